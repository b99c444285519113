/** Divides the texts of an entity into passages, each of which gets a vector. */
import { createHash } from 'node:crypto';
import type { EntityTexts } from '../../cypher/meaning/index.ts';
import { isReservedVocabulary } from '../model/vocabulary.ts';
import { MODEL } from './model.ts';

/** A text with its own meaning. */
export interface Passage {
  text: string;
  /** The factor by which the similarity is multiplied. The beginning of a page counts most. */
  weight: number;
}

/** In trials on judged questions, a name, a takeaway, or a later paragraph misled a little more often than the definition. */
const WEIGHT = { definition: 1, takeaway: 0.97, later: 0.95 } as const;
const WORDS = 120;
const MOST_PASSAGES = 12;
const SHORTEST = 20; // characters

/**
 * The passages of an entity. Empty for an entity that has only a name.
 *
 * @param headingOf returns the heading of a section by its citation; a paragraph's passage begins with that heading
 */
export function passagesOf(entity: EntityTexts, headingOf: (citation: string) => string | undefined): Passage[] {
  return (
    entity.kind === 'Term'
      ? ofTerm(entity)
      : entity.kind === 'Regulation'
        ? ofProvision(entity, headingOf)
        : ofOther(entity)
  )
    .map(({ text, weight }) => ({ text: plain(text), weight }))
    .filter(({ text }) => text !== '')
    .slice(0, MOST_PASSAGES);
}

function ofTerm({
  label,
  vocabulary,
  aliases,
  shortDefinition,
  definition,
  keyTakeaways,
  sectionBodies,
}: EntityTexts): Passage[] {
  const called = aliases.length > 0 ? `${label} (${aliases.join(', ')})` : label;
  const said = shortDefinition ?? definition;
  if (said === null) return [];
  const isOwn = vocabulary === null || isReservedVocabulary(vocabulary);
  const later = (sectionBodies ?? [])
    .flatMap((body) => body.split(/\n{2,}|\n(?=[-*] )/))
    .filter((one) => one.length > SHORTEST);
  return [
    { text: `${called}: ${said}`, weight: WEIGHT.definition },
    // A foreign glossary has very many names, which the other indexes find.
    ...(isOwn ? [{ text: called, weight: WEIGHT.later }] : []),
    ...(keyTakeaways ?? []).map((one) => ({ text: `${label}: ${one}`, weight: WEIGHT.takeaway })),
    ...later.map((one) => ({ text: `${label}: ${one}`, weight: WEIGHT.later })),
  ];
}

function ofProvision(
  { citation, heading, summary, text, describedBy }: EntityTexts,
  headingOf: (citation: string) => string | undefined,
): Passage[] {
  const section = citation?.replace(/\(.*$/, '');
  const above = section !== undefined && section !== citation ? headingOf(section) : undefined;
  const title = [above, heading, summary].filter((one) => one != null && one !== '').join('. ');
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  if (title === '' && words.length === 0) return [];
  const passages: Passage[] = [];
  for (let from = 0; from === 0 || from < words.length; from += WORDS) {
    const weight = from === 0 ? WEIGHT.definition : WEIGHT.later;
    passages.push({ text: `${title}. ${words.slice(from, from + WORDS).join(' ')}`, weight });
  }
  if (above === undefined && title !== '' && words.length > 0) passages.push({ text: title, weight: WEIGHT.later });
  // People ask in the words of a glossary, and the law answers in its own.
  passages.push(...describedBy.map((said) => ({ text: `${title}. ${said}`, weight: WEIGHT.definition })));
  return passages;
}

function ofOther({ label, aliases, summary, definition }: EntityTexts): Passage[] {
  const said = summary ?? definition;
  const called = aliases.length > 0 ? `${label} (${aliases.join(', ')})` : label;
  return said === null ? [] : [{ text: `${called}. ${said}`, weight: WEIGHT.definition }];
}

/** Without the signs of CommonMark, which mean nothing. */
const plain = (text: string): string =>
  text
    .replace(/[*_`[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A hash of everything on which the vectors of these passages depend. */
export const hashOf = (passages: readonly Passage[]): string =>
  createHash('sha256')
    .update(JSON.stringify([MODEL.name, passages]))
    .digest('hex')
    .slice(0, 32);
