import { isHeading, VERB_AFTER_NAME } from '../../provisions/defined-names.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import { namesWithin } from '../../provisions/name-forms.ts';
import { daysIn } from './days.ts';
import type { DefinitionHead } from './types.ts';

const VERB = new RegExp(`\\b${VERB_AFTER_NAME.source}`);

/** The definition in a provision that starts with the names it defines. */
export function namedHead({ names = [], text = '', namesEnd: end = 0 }: FlatProvision): DefinitionHead {
  const verb = VERB.exec(text.slice(end, end + 200));
  const bare = /^\s*[.:]/.test(text.slice(end)) || /[.:]\s*$/.test(text.slice(0, end));
  const verbEnd = verb && !bare ? end + verb.index + verb[0].length : Math.max(end, 1);
  const after = text.slice(verbEnd).replace(/^[.:\s]+/, '');
  const days = bare ? daysIn(after, '') : daysIn('', after);
  return { names, start: 0, at: 0, end: verbEnd, ...days };
}

/** A designated member of a list of definitions without a verb: "(b) *Technological invention.* In determining …". */
export function headingHead({ heading, text = '', italics, reserved }: FlatProvision): DefinitionHead | null {
  if (heading === undefined || reserved) return null;
  const at = text.indexOf(heading);
  const run = italics.find(([from, to]) => from <= at && to >= at + heading.length);
  if (at < 0 || at > 15 || !run) return null;
  const end = run[1];
  const names = namesWithin(heading);
  if (!isHeading(text, { names, written: heading, end })) return null;
  const rest = text.slice(end).replace(/^[.\s]+/, '');
  return rest.length < 20 ? null : { names, start: at, at, end };
}
