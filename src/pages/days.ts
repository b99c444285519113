import { type Html, html } from './html.ts';

const WRITTEN = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar date as a `<time>` element. */
export const day = (date: string): Html =>
  html`<time datetime="${date}">${WRITTEN.format(new Date(`${date}T00:00:00Z`))}</time>`;

/** A period of validity in words. `to` is the first day after it. Null if both ends are open. */
export function span(from: string | null, to: string | null): Html | null {
  if (from !== null && to !== null) return html`from ${day(from)} until ${day(to)}`;
  if (from !== null) return html`since ${day(from)}`;
  return to === null ? null : html`until ${day(to)}`;
}
