/** Parses citations of acts: with a section, with a title, or by name alone. */
import type { CitationTarget } from './found.ts';
import { HYPHEN } from './numbers.ts';
import type { Scanner } from './scanner.ts';
import { plainList, sectionList } from './statute-sections.ts';

/** The full names of acts by the short names that a part uses: "Act" → "Social Security Act", "ERISA" → … */
export type ActNames = ReadonlyMap<string, string>;

/** The names for a part that does not abbreviate any names. */
export const NO_ACTS: ActNames = new Map();

const YEAR = String.raw`(?:\s+of\s+\d{4}\b)?`;
const WORD = String.raw`(?!(?:Act|Titles?|Sections?|[IVXL]+)\b)[A-Z][\w’'-]*`;
const LINK =
  "(?:(?:of|for|in|to|on|by|and)(?:\\s+the)?|and|for|(?!Act\\b|Titles?\\b|Sections?\\b)[A-Z0-9][\\w’'-]*|\\d+(?:st|nd|rd|th))";
/** "Public Health Service Act", "Federal Food, Drug, and Cosmetic Act", "Gun Control Act of 1968". */
const FULL = String.raw`(?:${WORD}|\d+(?:st|nd|rd|th)),?\s+(?:${LINK},?\s+){0,12}?Act\b${YEAR}`;
const CODE = String.raw`Internal\s+Revenue\s+Code\b${YEAR}`;
const LAW = String.raw`Pub(?:lic|\.)\s+L(?:aw|\.)\s+(?:No\.\s+)?\d{1,3}${HYPHEN}\d{1,4}`;
/** "Act", "PHS Act", "ERISA", "Code" */
const SHORT = String.raw`Act\b(?!\s+of\s+\d{4})|[A-Z]{3,8}\b|Code\b`;

const SECTIONS = /[Ss]ections?\s+|[Ss]ecs?\.\s+/y;
const SECTION = new RegExp(
  String.raw`(\d{1,5}[A-Za-z]{0,3}(?:${HYPHEN}\d{1,5}[A-Za-z]?(?![A-Za-z\d]))*)(?![A-Za-z\d])(?!\.\d)`,
  'y',
);
const PART_OF = /[Pp]art\s+([A-Z])\s+of\s+(?=title\b)/y;
const TITLES = /[Tt]itles?\s+(?=[IVX]+\b)/y;
const ROMAN = /([IVXL]+)\b/y;
const OF_ACT = new RegExp(String.raw`(?:\s+of\s+(?:the\s+)?|,\s+(?=Pub))(${FULL}|${CODE}|${LAW}|${SHORT})`, 'y');
const OF_THAT_ACT = /\s+of\s+(?:that|such|the same)\s+Act\b/y;
const REVENUE_CODE = /,?\s+(?:respectively,?\s+)?(?:of\s+the\s+)?(?:I\.\s?R\.\s?C\.|IRC\b)/y;
const BY_NAME = new RegExp(`(${FULL})`, 'y');
const BY_SHORT_NAME = /(?:(?<=\b[Tt]he\s)(?:Act|Code)\b|[A-Z]{3,8}\s+Act\b|[A-Z]{3,8}\b)/y;
/** Words that open a sentence or name an office, but no act. */
const NO_NAME =
  /^(?:A|An|Any|As|At|By|Each|For|From|If|In|Is|No|Of|On|Or|See|Such|That|The|These|This|To|Under|When|Where|With|Sections?|Titles?|Parts?|Pub|Public Law)\b/;
/** "National Firearms Act Branch", "Act-related", "Act stamp": the act is part of another name. */
const GOES_ON = /^(?:-|\s+(?:[A-Z][a-z]|stamps?\b))/;

/**
 * Parses a citation of an act that starts here, such as "section 3022 of the PHS Act", "title XIX of the Act", or "the
 * Clean Air Act".
 */
export function actAt(scanner: Scanner, acts: ActNames): CitationTarget[] | null {
  return (
    scanner.attempt(() => sectionsOf(scanner, acts)) ??
    scanner.attempt(() => titlesOf(scanner, acts)) ??
    byName(scanner, acts)
  );
}

function sectionsOf(scanner: Scanner, acts: ActNames): CitationTarget[] | null {
  const sections = scanner.take(SECTIONS) && sectionList(scanner, SECTION);
  const act = sections && ofAct(scanner, acts);
  if (!act) return null;
  return sections.map(({ section, to }) => ({
    other: `${act}, section ${section}`,
    ...(to && { rangeTo: { citation: `${act}, section ${to.section}`, whole: to.whole } }),
  }));
}

function titlesOf(scanner: Scanner, acts: ActNames): CitationTarget[] | null {
  const part = scanner.take(PART_OF)?.[1];
  const titles = scanner.take(TITLES) && plainList(scanner, ROMAN);
  const act = titles && ofAct(scanner, acts);
  const inside = part === undefined ? '' : `, part ${part}`;
  return act ? titles.map(([title]) => ({ other: `${act}, title ${title}${inside}` })) : null;
}

/** The full name of the act after "of the", as far as it is known. */
function ofAct(scanner: Scanner, acts: ActNames): string | null {
  if (scanner.take(REVENUE_CODE)) return acts.get('Code') ?? 'Internal Revenue Code';
  const start = scanner.at;
  if (scanner.take(OF_THAT_ACT)) return lastNamed(scanner.text.slice(0, start), acts);
  const name = scanner.take(OF_ACT)?.[1];
  return name === undefined || (name === 'Code' && !acts.has(name)) ? null : fullName(name, acts);
}

const fullName = (written: string, acts: ActNames): string => {
  const name = written.replace(/\s+/g, ' ').replace(/^Pub(?:lic|\.) L(?:aw|\.) (?:No\. )?(\d+)[-–‐‑]/, 'Pub. L. $1-');
  return acts.get(name) ?? name;
};

/** The act that a text names last, for "that Act". */
function lastNamed(text: string, acts: ActNames): string | null {
  const name = [...text.matchAll(new RegExp(FULL, 'g'))].at(-1)?.[0];
  return name === undefined ? null : fullName(name.replace(/^(?:The|Under|In)\s+/, ''), acts);
}

/** Reads an act by its name alone. A short name is a citation only where the part says what it stands for. */
function byName(scanner: Scanner, acts: ActNames): CitationTarget[] | null {
  const { at, text } = scanner;
  const before = text.slice(Math.max(0, at - 12), at);
  // “National Firearms Act” are words; a National Firearms Act stamp and (ERISA) behind its name are no citations
  if (/[“"‘(]$|\b[Aa]n?\s$|[\w-]$|\b(?!(?:The|In|Under|See|By)\s)[A-Z]\w*\s$/.test(before)) return null;
  return scanner.attempt(() => {
    const name = scanner.take(BY_NAME)?.[1] ?? shortName(scanner, acts);
    if (name === undefined || NO_NAME.test(name) || GOES_ON.test(text.slice(scanner.at))) return null;
    return [{ other: fullName(name, acts) }];
  });
}

function shortName(scanner: Scanner, acts: ActNames): string | undefined {
  const name = scanner.take(BY_SHORT_NAME)?.[0];
  // at the head of a definition the name is what is defined
  const defines =
    /^[.”"]?\s*(?:means\b|\.\s+[A-Z])|^\.\s+[A-Z]/.test(scanner.text.slice(scanner.at)) && scanner.at < 30;
  return name !== undefined && acts.has(name) && !defines ? name : undefined;
}

const ASIDE = String.raw`(?:,?\s+as\s+amended|,?\s+(?:Pub\.\s+L\.|Public\s+Law)\s+[\d–-]+|,?\s+\(?\d+\s+U\.S\.C\.[^()]{1,40}\)?)*,?`;
const BRACKETED = new RegExp(
  String.raw`(${FULL}|${CODE})${ASIDE}\s+\((?:(?:the|hereinafter|referred to as|or)\s+)*[“"‘]?((?:[A-Z][\w’'-]*\s+){0,3}Act|[A-Z]{3,8}|Code)[”"’]?\)`,
  'g',
);
const MEANS = new RegExp(
  String.raw`(?:^|\b[Tt]he\s+term\s+)[“"]?(?:The\s+)?((?:[A-Z][\w’'-]*\s+){0,3}Act|[A-Z]{3,8}|Code)[”"]?(?:\s+means|\.)\s+(?:the\s+|The\s+)(${FULL}|${CODE})`,
  'g',
);

/**
 * The short names that the texts of a part give to acts, as in "Act means the Social Security Act" or "… Act of 1974
 * (ERISA)".
 */
export function actNamesIn(texts: Iterable<string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const text of texts) {
    for (const [, short = '', full = ''] of text.matchAll(MEANS)) add(names, short, full);
    for (const [, full = '', short = ''] of text.matchAll(BRACKETED)) add(names, short, full);
  }
  return names;
}

function add(names: Map<string, string>, short: string, full: string): void {
  const named = full.replace(/\s+/g, ' ');
  if (!names.has(short) && short !== named && !NO_NAME.test(named)) names.set(short, named);
}
