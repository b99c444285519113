import { type DatedPeriod, periodInWords } from '../prose/period.ts';
import { type Html, html } from './html.ts';

const WRITTEN = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar date as a `<time>` element. */
export const day = (date: string): Html =>
  html`<time datetime="${date}">${WRITTEN.format(new Date(`${date}T00:00:00Z`))}</time>`;

/** A period in words; null if nothing is known of it. */
export function span(period: DatedPeriod): Html | null {
  const words = periodInWords(period, day);
  return words.length === 0 ? null : html`${words}`;
}
