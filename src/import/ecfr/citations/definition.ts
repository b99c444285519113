import { nameKey } from '../../../search/words.ts';
import type { Cited, Place } from './place.ts';
import { Scanner } from './scanner.ts';

const THE_DEFINITION = /definition\s+of\s+(?:the\s+term\s+)?[“"]?/y;
const IN_THIS_SECTION = /[”"]?\s+(?:in|of)\s+this\s+section\b/y;

/**
 * A citation of a definition by name that begins here: "the definition of health plan in this section". Without the section
 * it is a way of speaking, and cites nothing.
 */
export function definitionAt(text: string, at: number, place: Place): Cited | null {
  const scanner = new Scanner(text, at);
  if (place.section === undefined || !scanner.take(THE_DEFINITION)) return null;
  const named = definitionNamed(text.slice(scanner.at), { ...place, elsewhere: [] });
  if (!named) return null;
  scanner.at += named.name.length;
  if (!scanner.take(IN_THIS_SECTION)) return null;
  const cfr = { title: place.title, part: place.part, section: place.section, paragraphs: [named.name] };
  return { start: at, end: scanner.at, targets: [{ cfr }] };
}

/** The definition whose name the text begins with: the longest, of this section before those of others. */
export function definitionNamed(text: string, { section = '', definitions, elsewhere: others }: Place) {
  const key = nameKey(text.slice(0, 200));
  const fitting = [...definitions.map((name) => ({ name, section })), ...others].filter(({ name }) =>
    key.startsWith(nameKey(name)),
  );
  return fitting.sort((a, b) => b.name.length - a.name.length)[0];
}
