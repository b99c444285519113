import type { TextBlock, TextRange } from '../read/part-text.ts';
import { namesWithin, tradeMarkLength } from './name-forms.ts';

/** The names at a position in a text, in text order. */
export interface NamesAt {
  /** The term, followed by its abbreviations, second names, and other forms. */
  names: string[];
  /** The first name as written in the text, for the path of a paragraph, such as "Framework Agreement(s)". */
  written: string;
  /** The end of the names, before any verb. */
  end: number;
}

/** The verbs that can follow a name in italics or quotation marks. */
export const VERB_AFTER_NAME =
  /(?:(?:shall |will )?means?\b|(?:shall |will )?(?:has|have) (?:the|its|their)(?: (?:same |following )?meanings?)?\b|(?:is|are)(?: defined)?\b|(?:shall |will )?(?:refers?|includes?|stands?|excludes?|encompass(?:es)?|denotes?|begins?)\b|does\b|shall\b|meaning\b)/;

const AFTER_NAME = new RegExp(
  String.raw`^[,;:]?\s*(\([^()]*\)\s*)?(?:,?\s*(?:as used in|when used|for (?:the )?purposes? of|with respect to|in reference to|in)\b[^.]{0,200}?,?\s*)?(?:${VERB_AFTER_NAME.source}|[:—–-]|\(|$)`,
  'i',
);
/** Headings that announce no name: "Examples." */
const NO_NAME =
  /^(?:examples?|notes?|in general|general(?: rule)?|general provisions?|applicability|scope|purposes?|exceptions?|authority|effective date|reserved|definitions?\b.*|.*\bdefined)$/i;

/**
 * The names that a block without a designator defines, and where they end. Such a block starts with a name in italics,
 * which can be followed by "or" and a second name: `["Health information network", "health information exchange"]`. In
 * a list of definitions, the block can lack a verb: `*Applicant.* A person that …`. Null for any other block.
 *
 * @param listed whether the block is in a list of definitions
 */
export function definedNames({ text, italics }: Pick<TextBlock, 'text' | 'italics'>, listed: boolean): NamesAt | null {
  const found = namesAt(text, italics, 0);
  if (!found || found.names.length === 0 || found.names.some((name) => name.length > 150)) return null;
  const after = text.slice(found.end);
  if (italics[0]?.[0] !== 0) return listed && /^,? (?:means?|has|have)\b/.test(after) ? found : null;
  if (AFTER_NAME.test(after) || /[:—]$/.test(text.slice(0, found.end).trimEnd())) return found;
  return listed && isHeading(text, found) ? found : null;
}

/** Whether a period ends the names, as in "Applicant." */
export function isHeading(text: string, { written, end }: NamesAt): boolean {
  if (NO_NAME.test(written)) return false;
  return /\.\s*$/.test(text.slice(0, end)) || /^\s*\.(?:\s|$)/.test(text.slice(end));
}

const QUOTED = /[“"]([^”"]{1,150}?)[”"]/y;
const JOINED = /(?:\s*\([^()]*\))?\s*(?:,?\s*(?:or|and|and\/or)\s+|,\s*|\n|(?=or\b))/y;
/** A second name without italics: "*Trial* or hearing in Rule 807 means". */
const SECOND =
  /,?\s+(?:or|and)\s+(\p{L}[\p{L}\p{N} '’/-]{0,60}?)(?=(?: (?:in|as used in|when used in) [^,;.:]{3,60})?,? (?:means?|has|have|includes?|shall)\b)/uy;
/** A list with the verb in the plural: "*Civil action, civil proceeding,* and action mean". */
const PLURAL_LIST = /(?:[^.;:()]|\bU\.S\.){3,200}?(?=,? (?:mean|shall mean|have the (?:same )?meaning)\b)/y;

/** The names in italics or quotation marks that start at a position. */
export function namesAt(text: string, italics: readonly TextRange[], at: number): NamesAt | null {
  const parts: string[] = [];
  let end = at;
  for (let from = at; ; ) {
    const run = markAt(text, italics, from, end);
    if (!run) break;
    parts.push(run.name);
    end = run.end + tradeMarkLength(text.slice(run.end));
    const joined = matchAt(JOINED, text, end);
    if (!joined) break;
    from = end + joined[0].length;
  }
  if (parts.length === 0) return null;
  const list = matchAt(PLURAL_LIST, text, at);
  if (
    list &&
    /,| and | or /.test(list[0]) &&
    !/\b(?:means|is|has|includes)\b/.test(list[0]) &&
    at + list[0].length >= end
  ) {
    const names = list[0].replace(/[“”"]/g, '').split(/,\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/);
    const own = names.map((name) => name.trim()).filter((name) => name !== '');
    if (own.length > 1) return { names: own, written: own[0] ?? '', end: at + list[0].length };
  }
  const second = matchAt(SECOND, text, end);
  if (second?.[1]) {
    parts.push(second[1]);
    end += second[0].length;
  }
  const names = parts.flatMap((part) => namesWithin(part));
  const abbreviation = /^\s*\(([A-Za-z]?[A-Z][A-Za-z0-9/-]{1,12})®?\)/.exec(text.slice(end))?.[1];
  if (abbreviation !== undefined) names.push(abbreviation);
  const [first = ''] = parts;
  return { names: [...new Set(names)], written: first.replace(/\s*\((?!s\)|es\)|or )[^()]*\)$/, ''), end };
}

/** Italics that cover only the beginning of a name: "*HIPAA*-covered entity means", "*Order* or ruling under § 2 means". */
const GOES_ON =
  /^(?:-[\p{L}\p{N}]|(?: (?:or|and) [\p{L}-]+)? under )[\p{L}\p{N}().§ -]{0,60}?(?=,? (?:means?|has|have|is|are|includes?)\b)/u;

/** The italics or the quoted words that start at a place; italics that end inside a word go on to the end of the name. */
function markAt(
  text: string,
  italics: readonly TextRange[],
  at: number,
  after: number,
): { name: string; end: number } | null {
  const quoted = matchAt(QUOTED, text, at);
  if (quoted?.[1]) return { name: quoted[1].replace(/[.,;:\s]+$/, ''), end: at + quoted[0].length };
  const run = italics.find(([from, to]) => from === at || (from >= after && from < at && to > at));
  if (!run) return null;
  const rest = GOES_ON.exec(text.slice(run[1]));
  const end = run[1] + (rest?.[0].length ?? 0);
  const name = text
    .slice(at, end)
    .replace(/^(?:or|and)\s+/, '')
    .trim();
  const bare = /(?:\p{L}\.){2,}$/u.test(name) ? name : name.replace(/[\s.,:;—–-]+$/, '');
  return bare === '' ? null : { name: bare, end };
}

/** The match of a sticky pattern at a position in a text. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
