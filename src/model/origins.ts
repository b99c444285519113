/**
 * Origins identify the importer that stated a record. There is one origin for each unit that an importer replaces as a
 * whole, such as `ecfr:45-171` (a part of the CFR) or `glossary:nist.json` (a file). This file defines the rules that
 * depend on the origin, for every importer.
 */

/** An importer, as described to the rooms below `src/import`. */
export interface OriginDescriptor {
  /** The importer's name. It is the name of its folder in `src/import` and of its subcommand. */
  name: string;
  /** The beginning of its origins. An origin is the prefix alone, or the prefix followed by ":" and a key. */
  prefix: string;
  /** If two origins state the same property, the origin with the higher rank takes precedence: see `compareOrigins`. */
  rank: number;
  /**
   * The groups of linked texts that an import with this origin can change. `PAGES_GROUP` means the pages of all
   * vocabularies, a group that ends with "/" means all groups that begin with it, and null means any group.
   *
   * @param key the text between the prefix and the next ":", such as "45-171" or "us-core/6.1.0"; "" if there is none
   */
  linkGroups(key: string): readonly string[] | null;
}

/**
 * The linker states the mentions in each group of texts. For example, `link:45-171` is a part, and `link:us-core/6.1.0`
 * is a version.
 */
export const LINKING = { prefix: 'link' } as const;

const linkGroup = (key: string): string => originOf(LINKING, key);

/** The groups of the pages of terms. There is one for each vocabulary, such as `link:terms/nist`. */
export const PAGES_GROUP = linkGroup('terms');
/** The vocabulary of a group of pages. Undefined for a group of other texts. */
export const vocabularyOfGroup = (group: string): string | undefined =>
  group.startsWith(`${PAGES_GROUP}/`) ? group.slice(PAGES_GROUP.length + 1) : undefined;

/**
 * Every importer. Two glossaries of the same vocabulary have the same rank. The seed ranks below official text, so
 * official text takes precedence over Glossograph's own words.
 */
export const ORIGINS = {
  glossary: { name: 'glossary', prefix: 'glossary', rank: 0, linkGroups: () => [PAGES_GROUP] },
  /**
   * Facts about Federal Register documents. The seed takes precedence because its facts were checked and its names are
   * better.
   */
  rules: { name: 'rules', prefix: 'rules', rank: 0, linkGroups: () => [] },
  /** The days on which sections were amended. This origin does not state any texts or entities. */
  versions: { name: 'ecfr-versions', prefix: 'ecfr-versions', rank: 0, linkGroups: () => [] },
  seed: { name: 'seed', prefix: 'seed', rank: 1, linkGroups: () => null },
  ecfr: { name: 'ecfr', prefix: 'ecfr', rank: 2, linkGroups: (part) => [linkGroup(part)] },
  fhir: {
    name: 'fhir',
    prefix: 'fhir',
    rank: 2,
    linkGroups: (version) => [...new Set([linkGroup(version), linkGroup(version.split('/')[0] ?? '')])],
  },
  uscdi: {
    name: 'uscdi',
    prefix: 'uscdi',
    rank: 2,
    // Without a key it states only which version came after which: no text.
    linkGroups: (version) => (version === '' ? [] : [linkGroup(`uscdi/${version}`), linkGroup('uscdi')]),
  },
  /** The user's settings for a vocabulary, which do not depend on the importers. */
  settings: {
    name: 'vocabulary',
    prefix: 'vocabulary',
    rank: 3,
    linkGroups: (vocabulary) => [`${linkGroup(vocabulary)}/`],
  },
  /** A reimported export. */
  graph: { name: 'graph', prefix: 'graph', rank: 2, linkGroups: () => null },
} as const satisfies Readonly<Record<string, OriginDescriptor>>;

const BY_PREFIX: ReadonlyMap<string, OriginDescriptor> = new Map(
  Object.values(ORIGINS).map((descriptor) => [descriptor.prefix, descriptor]),
);
/** Origins of no importer, such as those of tests, rank like official text and may change any group. */
const HIGHEST_RANK = Math.max(...Object.values(ORIGINS).map(({ rank }) => rank));

/** The origin of an importer's unit. For example, `originOf(ORIGINS.ecfr, '45-171')` is "ecfr:45-171". */
export function originOf({ prefix }: Pick<OriginDescriptor, 'prefix'>, key?: string): string {
  return key === undefined ? prefix : `${prefix}:${key}`;
}

/** The text between the prefix of an origin and the next ":". Empty if there is none. */
export const keyOf = (origin: string): string => origin.split(':')[1] ?? '';

/** Whether an origin belongs to this importer. */
export function isOriginOf({ prefix }: Pick<OriginDescriptor, 'prefix'>, origin: string): boolean {
  return origin === prefix || origin.startsWith(`${prefix}:`);
}

/** The order in which origins are merged: by rank, then by name. The last origin takes precedence. */
export function compareOrigins(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The groups of linked texts that an import with this origin can change. Null if it can change any group. */
export function linkGroupsOf(origin: string): readonly string[] | null {
  return descriptorOf(origin)?.linkGroups(keyOf(origin)) ?? null;
}

const descriptorOf = (origin: string): OriginDescriptor | undefined => BY_PREFIX.get(origin.split(':')[0] ?? '');
const rankOf = (origin: string): number => descriptorOf(origin)?.rank ?? HIGHEST_RANK;
