import { type DatedPeriod, periodInWords } from '../prose/period.ts';

const WRITTEN = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar date in American English: "December 17, 2024". */
export const dayInWords = (date: string): string => WRITTEN.format(new Date(`${date}T00:00:00Z`));

/** A calendar date as a `<time>` element. */
export const Day = ({ date }: { date: string }) => <time dateTime={date}>{dayInWords(date)}</time>;

/** Tells whether anything is known of a period, so that `<Span>` has something to show. */
export const hasSpan = (period: DatedPeriod): boolean => periodInWords(period, (date) => date).length > 0;

/** A period in words; nothing if nothing is known of it. */
export const Span = ({ period }: { period: DatedPeriod }) => (
  <>
    {periodInWords(period, (date) => (
      <Day date={date} />
    ))}
  </>
);
