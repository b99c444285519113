/** The wording of adoptions: the words by which a paragraph adopts an item, and the words that name the item. */
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { TextRange } from '../../read/part-text.ts';

const ADOPTS =
  /(?:^|[.:—]\s+|\)\s+)(?:[A-Z][^.:;]{0,80},\s+)?[Tt]he (?:Secretary|Administrator|Assistant Secretary|Commission|Commissioner|Director|Board|Bureau|Department)\s+(?:hereby\s+)?adopts\b([^.:]*)/;
const REFERENCE = /\(?incorporated by reference\b/i;
const LABEL = /(?<=^|[.—)]\s*)(?:Standards?|Implementation [Ss]pecifications?)\.\s+(?=\S)/g;
const DESIGNATORS = /^\s*(?:\([A-Za-z0-9]{1,5}\)\s*)+/;
const NAMES_SOMETHING = /\bmaintained\b[^.;]{0,40}\bby\b|\b(?:Version|Release|Edition|Revision)\b\.?\s?\w/;
const EXPIRY = /\s*(?:The Secretary's|The) adoption of (?:this|these) [^.]*\./;

/**
 * What the first words of a paragraph introduce: a list of adopted items below it, or an adoption in the paragraph
 * itself.
 */
export function announcement({ text = '' }: FlatProvision): 'LIST' | 'OWN' | null {
  const object = ADOPTS.exec(text)?.[1];
  if (object === undefined) return null;
  const isOther = /\bcriteri(?:a|on)\b/.test(object) && !/\b(?:standards?|specifications?|code sets?)\b/.test(object);
  if (isOther) return null; // a criterion of certification is no standard
  return /\bfollowing\b/.test(object) ? 'LIST' : 'OWN';
}

/** Whether material is incorporated by reference. */
export const incorporates = ({ text = '' }: FlatProvision): boolean => REFERENCE.test(text);

/** Whether a paragraph is labeled as a standard or an implementation specification, with text after the label. */
export const isLabeled = (provision: FlatProvision): boolean => labelsIn(provision).length > 0;

/**
 * Whether a paragraph with a list also names an item, as in "Code set X, as maintained by Y, for the following
 * conditions:"
 */
export const namesSomething = (provision: FlatProvision): boolean =>
  NAMES_SOMETHING.test((provision.text ?? '').slice(bodyOf(provision)));

/** Whether a paragraph has text after its designators and its heading. */
export const hasBody = (provision: FlatProvision): boolean =>
  /\p{L}{2}/u.test((provision.text ?? '').slice(bodyOf(provision)));

/** The passages that name the items a paragraph adopts: one for each label, or else its whole text. */
export function passagesOf(provision: FlatProvision): TextRange[] {
  const { text = '' } = provision;
  const labels = labelsIn(provision);
  const start = announcement(provision) === 'OWN' ? objectOf(text) : bodyOf(provision);
  const [first = { at: start, end: start }, ...others] = labels;
  return [first, ...others].map(({ end }, i) => named(text, end, labels[i + 1]?.at ?? text.length));
}

/** Where the words after "adopts" start. */
function objectOf(text: string): number {
  const found = ADOPTS.exec(text);
  return found === null ? 0 : found.index + found[0].length - (found[1] ?? '').trimStart().length;
}

function labelsIn({ text = '' }: FlatProvision): { at: number; end: number }[] {
  return [...text.matchAll(LABEL)].map(({ 0: label, index }) => ({ at: index, end: index + label.length }));
}

/** Where the body starts. Italics that are all that a paragraph says, but for a reference, are no heading. */
function bodyOf({ text = '', heading, level }: FlatProvision): number {
  const start = DESIGNATORS.exec(text)?.[0].length ?? 0;
  if (level !== 'PARAGRAPH' || heading === undefined || !text.startsWith(heading, start)) return start;
  const end = start + heading.length + (/^[\s.:—–-]*/.exec(text.slice(start + heading.length))?.[0].length ?? 0);
  return REFERENCE.exec(text.slice(end))?.index === 0 ? start : end;
}

/** A passage without the reference, the words on its expiry, and the punctuation at its end. */
function named(text: string, start: number, end: number): TextRange {
  const passage = text.slice(start, end);
  const references = [...passage.matchAll(new RegExp(REFERENCE, 'gi'))];
  const cut = [references.at(-1)?.index, EXPIRY.exec(passage)?.index].filter((at) => at !== undefined && at > 0);
  const bare = passage
    .slice(0, Math.min(passage.length, ...(cut as number[])))
    .replace(/[\s.,;:—–]+(?:and|or)?\s*$/, '');
  return [start, start + bare.length];
}
