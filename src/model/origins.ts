/**
 * Origins name who stated a record: one for each unit that an importer replaces as a whole, such as `ecfr:45-171` (a part
 * of the CFR) or `glossary:nist.json` (a file). What follows from an origin is decided here, for every importer.
 */

/** An importer, as the rooms below `src/import` know it. */
export interface OriginDescriptor {
  /** The importer's name: its folder in `src/import`, and its subcommand. */
  name: string;
  /** What its origins begin with: the origin is the prefix, alone or followed by ":" and a key. */
  prefix: string;
  /** Of two origins that state one property, the one of the higher rank wins; see `compareOrigins`. */
  rank: number;
  /**
   * The groups of linked texts that an import of this origin can change; `PAGES_GROUP` stands for the pages of all vocabularies,
   * a group that ends with "/" for all groups that begin with it, and null for any group.
   *
   * @param key what follows the prefix, up to the next ":": "45-171", "us-core/6.1.0"; "" when there is none
   */
  linkGroups(key: string): readonly string[] | null;
}

/** Linking states the mentions of each group of texts: `link:45-171` is a part, `link:us-core/6.1.0` a version. */
export const LINKING = { prefix: 'link' } as const;

const linkGroup = (key: string): string => originOf(LINKING, key);

/** The groups of the pages of terms: one for each vocabulary, `link:terms/nist`. */
export const PAGES_GROUP = linkGroup('terms');
/** The vocabulary of a group of pages; undefined for a group of other texts. */
export const vocabularyOfGroup = (group: string): string | undefined =>
  group.startsWith(`${PAGES_GROUP}/`) ? group.slice(PAGES_GROUP.length + 1) : undefined;

/**
 * Every importer. Two glossaries of one vocabulary rank alike. The seed comes after them, so that official text wins over what
 * we wrote.
 */
export const ORIGINS = {
  glossary: { name: 'glossary', prefix: 'glossary', rank: 0, linkGroups: () => [PAGES_GROUP] },
  /** Facts of Federal Register documents. The seed has checked them and names them better, so it wins. */
  rules: { name: 'rules', prefix: 'rules', rank: 0, linkGroups: () => [] },
  /** The days on which sections were amended. It states no text and no entity. */
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
  /** What a user decided about a vocabulary, whatever the importers state. */
  settings: {
    name: 'vocabulary',
    prefix: 'vocabulary',
    rank: 3,
    linkGroups: (vocabulary) => [`${linkGroup(vocabulary)}/`],
  },
  /** An export that was read back. */
  graph: { name: 'graph', prefix: 'graph', rank: 2, linkGroups: () => null },
} as const satisfies Readonly<Record<string, OriginDescriptor>>;

const BY_PREFIX: ReadonlyMap<string, OriginDescriptor> = new Map(
  Object.values(ORIGINS).map((descriptor) => [descriptor.prefix, descriptor]),
);
/** Origins of no importer, such as those of tests, rank like official text and may change any group. */
const HIGHEST_RANK = Math.max(...Object.values(ORIGINS).map(({ rank }) => rank));

/** The origin of an importer's unit: `originOf(ORIGINS.ecfr, '45-171')` is "ecfr:45-171". */
export function originOf({ prefix }: Pick<OriginDescriptor, 'prefix'>, key?: string): string {
  return key === undefined ? prefix : `${prefix}:${key}`;
}

/** What follows the prefix of an origin, up to the next ":"; "" when there is nothing. */
export const keyOf = (origin: string): string => origin.split(':')[1] ?? '';

/** Whether an origin is one of this importer's. */
export function isOriginOf({ prefix }: Pick<OriginDescriptor, 'prefix'>, origin: string): boolean {
  return origin === prefix || origin.startsWith(`${prefix}:`);
}

/** The order in which origins are merged, the one that wins last: by rank, then by name. */
export function compareOrigins(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The groups of linked texts that an import under this origin can change; null when it can change any group. */
export function linkGroupsOf(origin: string): readonly string[] | null {
  return descriptorOf(origin)?.linkGroups(keyOf(origin)) ?? null;
}

const descriptorOf = (origin: string): OriginDescriptor | undefined => BY_PREFIX.get(origin.split(':')[0] ?? '');
const rankOf = (origin: string): number => descriptorOf(origin)?.rank ?? HIGHEST_RANK;
