import { type DatedPeriod, periodInWords } from '../prose/period.ts';

const WRITTEN = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar date in American English, such as "December 17, 2024". */
export const dayInWords = (date: string): string => WRITTEN.format(new Date(`${date}T00:00:00Z`));

/** A calendar date as a `<time>` element. */
export const Day = ({ date }: { date: string }) => <time dateTime={date}>{dayInWords(date)}</time>;

/** Whether anything is known about a period. If not, `<Span>` renders nothing. */
export const hasSpan = (period: DatedPeriod): boolean => periodInWords(period, (date) => date).length > 0;

/** A period in words. Renders nothing if nothing is known about it. */
export const Span = ({ period }: { period: DatedPeriod }) => (
  <>
    {periodInWords(period, (date) => (
      <Day date={date} />
    ))}
  </>
);
