import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ORIGINS, originOf } from '../../model/origins.ts';
import { canonicalJson } from '../../store/canonical.ts';
import { type Division, isUnit, type PartText, type Unit } from './read/part-text.ts';

/** The text of a part, or of some of its sections, on one day. */
export interface Edition {
  /** ISO 8601 calendar date. */
  asOf: string;
  text: PartText;
  /** The files that contain the text. Absent for an edition that an earlier version of Glossograph stored. */
  files?: readonly EditionFile[] | undefined;
}

/** A file that contains text of an edition. */
export interface EditionFile {
  /** The hash of the file's bytes. */
  sha256: string;
  /** The number of characters of the part's text in the file. */
  length: number;
}

/** The origin of all imported data about a part, such as "ecfr:45-171". */
export const partOrigin = ({ title, number }: Pick<PartText, 'title' | 'number'>): string =>
  originOf(ORIGINS.ecfr, `${title}-${number}`);

/**
 * Adds the text of one day from a file to the editions of its part. A file can contain only some sections; the other
 * sections stay unchanged. If a section was read twice for the same day, the longer text is kept because an excerpt
 * omits text but never adds any.
 */
export function addEdition(editions: readonly Edition[], added: Edition): Edition[] {
  const sameDay = editions.find(({ asOf }) => asOf === added.asOf);
  const text = sameDay
    ? {
        ...fuller(sameDay.text, added.text),
        ...((sameDay.text.whole || added.text.whole) && { whole: true }),
        division: joined(sameDay.text.division, added.text.division),
      }
    : added.text;
  const files = new Map([...(sameDay?.files ?? []), ...(added.files ?? [])].map((file) => [file.sha256, file]));
  const edition = { asOf: added.asOf, text, files: [...files.values()] };
  return [...editions.filter((one) => one !== sameDay), edition].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

const fuller = (a: PartText, b: PartText): PartText => (b.outer.length > a.outer.length ? b : a);

function joined(a: Division, b: Division): Division {
  const children = [...a.children];
  let at = 0;
  for (const child of b.children) {
    const place = children.findIndex(({ level, number }) => level === child.level && number === child.number);
    const known = children[place];
    if (known === undefined) {
      children.splice(at, 0, child);
      at += 1;
      continue;
    }
    children[place] = isUnit(known) || isUnit(child) ? longer(known as Unit, child as Unit) : joined(known, child);
    at = place + 1;
  }
  const pick = a.head.length >= b.head.length ? a : b;
  return { ...b, ...a, head: pick.head, notes: a.notes.length > 0 ? a.notes : b.notes, children };
}

/** The number of characters in the sections and appendices of a part. */
export const lengthOf = (one: Division | Unit): number =>
  isUnit(one)
    ? one.blocks.reduce((sum, { text }) => sum + text.length, 0)
    : one.children.reduce((sum, child) => sum + lengthOf(child), 0);

function longer(a: Unit, b: Unit): Unit {
  const difference = lengthOf(a) - lengthOf(b);
  if (difference !== 0) return difference > 0 ? a : b;
  return canonicalJson(a) >= canonicalJson(b) ? a : b; // any choice does, as long as it does not depend on the order of imports
}

/**
 * The hash of the file from which an edition was read. If there are several files, it is the file with the most text of
 * the part; among equal files, the one with the smallest hash. The order of imports therefore does not matter.
 */
export function fileHashOf({ text, files = [] }: Edition): string {
  const [fullest] = [...files].sort((a, b) => b.length - a.length || (a.sha256 < b.sha256 ? -1 : 1));
  return fullest?.sha256 ?? createHash('sha256').update(canonicalJson(text)).digest('hex');
}

/** Packs an edition for storage in the graph. It is compressed JSON that only the next import of the part reads. */
export const packEdition = (text: PartText): Int8Array => new Int8Array(gzipSync(canonicalJson(text), { level: 1 }));

/** Unpacks an edition that `packEdition` packed. */
export const unpackEdition = (packed: Int8Array): PartText =>
  JSON.parse(gunzipSync(Uint8Array.from(packed)).toString('utf8'));
