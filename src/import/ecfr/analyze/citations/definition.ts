import type { CfrCitation } from '../../../../model/citation.ts';
import { CFR, SECTION, sectionIn } from '../../../../model/citations/numbers.ts';
import { Scanner } from '../../../../model/citations/scanner.ts';
import { nameKey } from '../../../../search/words.ts';
import type { CitationContext, FoundCitation } from './context.ts';

const THE_DEFINITION = /definition\s+of\s+(?:the\s+term\s+)?[“"]?/y;
const IN_THIS_SECTION = /^[”"]?\s+(?:in|of)\s+this\s+section\b/;
const NAME_IN_SECTION = new RegExp(
  String.raw`^(?<name>\p{L}[\p{L} -]{1,60}?)[”"]?,?\s+(?:in|at|under|of)\s+(?:(?<title>\d{1,2})\s+${CFR}\s*§?|§|[Ss]ection)\s*${SECTION}`,
  'u',
);

/**
 * Parses a citation of a definition by name that starts here, such as "the definition of health plan in this section".
 * Without a section, the phrase is ordinary prose and not a citation.
 */
export function definitionAt(text: string, at: number, place: CitationContext): FoundCitation | null {
  const scanner = new Scanner(text, at);
  if (place.section === undefined || !scanner.take(THE_DEFINITION)) return null;
  const named = definitionNamed(text.slice(scanner.at), place);
  if (!named?.placed) return null;
  const cfr = { ...named.section, paragraphs: [named.name] };
  return { start: at, end: scanner.at + named.length, targets: [{ cfr }] };
}

/** A definition that a text names, and its location. */
interface NamedDefinition {
  /** The name as written in citations. */
  name: string;
  section: CfrCitation;
  /** The length of the words that name the definition, including the section if the words state it. */
  length: number;
  /** Whether the words state the section. */
  placed: boolean;
}

/**
 * Finds the definition whose name begins the text. If the words name a section, it searches that section. Otherwise, it
 * chooses the longest name, first in this section and then in the other sections of the part.
 */
export function definitionNamed(text: string, place: CitationContext): NamedDefinition | null {
  const known = [...place.definitions.map((name) => ({ name, section: place.section ?? '' })), ...place.elsewhere];
  const home = { title: place.title, part: place.part, paragraphs: [] };
  const stated = NAME_IN_SECTION.exec(text);
  if (stated?.groups) {
    const { name = '', title } = stated.groups;
    const there = { ...sectionIn(stated, home.title), title: Number(title ?? home.title), paragraphs: [] };
    const same = known.find((one) => nameKey(one.name) === nameKey(name) && one.section === there.section);
    return { name: same?.name ?? capitalized(name), section: there, length: stated[0].length, placed: true };
  }
  const key = nameKey(text.slice(0, 200));
  const [longest] = known
    .filter((one) => key.startsWith(nameKey(one.name)))
    .sort((a, b) => b.name.length - a.name.length);
  if (!longest) return null;
  const here = longest.section === place.section ? IN_THIS_SECTION.exec(text.slice(longest.name.length)) : null;
  return {
    name: longest.name,
    section: { ...home, section: longest.section },
    length: longest.name.length + (here?.[0].length ?? 0),
    placed: here !== null,
  };
}

/** The form of a name at the head of a definition: "Business associate". */
const capitalized = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
