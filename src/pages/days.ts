import { type Html, html } from './html.ts';

const WRITTEN = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar date, for people and for machines. */
export const day = (date: string): Html =>
  html`<time datetime="${date}">${WRITTEN.format(new Date(`${date}T00:00:00Z`))}</time>`;

/** The days on which something holds. `to` is the first day on which it no longer does. Nothing where both ends are open. */
export function span(from: string | null, to: string | null): Html | null {
  if (from !== null && to !== null) return html`from ${day(from)} until ${day(to)}`;
  if (from !== null) return html`since ${day(from)}`;
  return to === null ? null : html`until ${day(to)}`;
}
