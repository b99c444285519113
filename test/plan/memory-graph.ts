/** Small random graphs, in memory and as Cypher, to compare the planner with naive resolvers on. */
import type { Driver } from 'neo4j-driver';
import { reachedBy } from '../../src/law/leads.ts';
import type { StepRole } from '../../src/model/definition.ts';
import { ENTITY_KINDS, type EntityKind, LABEL_OF, type StandardLevel } from '../../src/model/kinds.ts';
import { RELATION_TYPES, RELATIONS, type RelationType } from '../../src/model/relations.ts';
import { nameKey, wordsOf } from '../../src/search/words.ts';
import type { Random } from './random.ts';

/** A node: its kind, and what Neo4j holds of it. */
export interface MemoryNode {
  kind: EntityKind;
  id: string;
  label: string;
  [property: string]: unknown;
}

/** A relation and the evidence of it, as it is before it is laid into parallel lists. */
export interface MemoryRelation {
  id: string;
  type: RelationType;
  from: MemoryNode;
  to: MemoryNode;
  weight: number;
  position: number;
  validFrom: string | null;
  validTo: string | null;
  validFromBasis: string | null;
  validToBasis: string | null;
  knownFrom: string | null;
  text: string | null;
  scopeId: string | null;
  alsoScopeIds: string[] | null;
  scopeCitations: string[] | null;
  awaitedScope: string | null;
  definitionKind: string | null;
  refersTo: string[] | null;
  refersAs: string[] | null;
  refersQuotes: string[] | null;
  refersRoles: string[] | null;
  names: string[] | null;
  evidence: { rule: string; quote: string | null; start: number | null; end: number | null; sourceId: string }[];
}

/** A citation that leads nowhere. */
export interface MemoryOpen extends Omit<MemoryRelation, 'to'> {
  to: string;
  targetCitation: string;
}

export interface MemoryGraph {
  open: MemoryOpen[];
  nodes: MemoryNode[];
  relations: MemoryRelation[];
  sources: { id: string; name: string; url: string | null }[];
}

const NAMES = ['aa', 'ab', 'Access', 'b', 'c d', 'dd'];
const DATES = ['2020-01-01', '2023-06-30', '2026-01-01'];

/** What an import of official text adds; what was known formerly may be gone. */
const NOT_IMPORTED = {
  seenFrom: null,
  validFrom: null,
  textSource: null,
  order: null,
  formerFrom: null,
  formerTo: null,
  formerText: null,
  formerHeading: null,
};
const inTime = (r: Random, i: number) => {
  const gone = r.chance(0.3);
  return {
    seenFrom: '2020-01-01',
    validFrom: gone ? null : r.pick(['2020-01-01', '2023-06-30']),
    text: gone ? null : `official ${i}`,
    textSource: 'Source:a',
    order: i,
    formerFrom: gone || r.chance(0.5) ? ['2020-01-01'] : null,
    formerTo: ['2021-06-06'],
    formerText: [`former ${i}`],
    formerHeading: [r.pick(['', `former heading ${i}`])],
  };
};

interface Made {
  key: string;
  level: StandardLevel;
  version?: string;
  inside: number | null;
}
/** Two versions of one standard, with what they are made of. What contains something comes before it. */
const STANDARDS = [
  { key: 's', level: 'STANDARD', inside: null },
  { key: 's/1', level: 'VERSION', version: '1', inside: 0 },
  { key: 's/2', level: 'VERSION', version: '2', inside: 0 },
  { key: 's/1/a', level: 'PROFILE', inside: 1 },
  { key: 's/2/a', level: 'PROFILE', inside: 2 },
  { key: 's/1/a.b', level: 'ELEMENT', inside: 3 },
  { key: 's/2/a.b', level: 'ELEMENT', inside: 4 },
  { key: 's/2/a.b.c', level: 'ELEMENT', inside: 6 },
  { key: 's/1/d', level: 'VALUE_SET', inside: 1 },
  { key: 's/2/d', level: 'VALUE_SET', inside: 2 },
] satisfies Made[] as readonly Made[];
const URLS = ['https://example.org/d', 'https://example.org/e'];

const saysOfElement = (r: Random) => ({
  path: 'A.b',
  min: r.int(2),
  max: r.pick(['1', '*']),
  types: r.maybe(() => [r.pick(['string', 'code'])]),
  mustSupport: r.maybe(() => r.chance(0.5)),
  uscdiRequirement: r.maybe(() => r.chance(0.5)),
  differs: r.maybe(() => r.chance(0.5)),
  binding: r.maybe(() => r.pick(URLS) + r.pick(['', '|1'])),
  bindingStrength: r.maybe(() => r.pick(['required', 'example'])),
});
const NO_ELEMENT = {
  ...{ path: null, min: null, max: null, types: null, mustSupport: null, uscdiRequirement: null, differs: null },
  ...{ binding: null, bindingStrength: null },
};

const make: Record<EntityKind, (r: Random, i: number) => Record<string, unknown>> = {
  TERM: (r, i) => ({
    slug: `t${i}`,
    vocabulary: 'glossograph',
    language: null,
    name: r.pick(NAMES),
    category: r.maybe(() => r.pick(['x', 'y'])),
    reviewedOn: r.maybe(() => '2026-01-31'),
    shortDefinition: r.maybe(() => `short ${i}`),
    definition: r.maybe(() => `the definition of aa and ab ${i}`),
    keyTakeaways: r.chance(0.5) ? ['one', `two ${i}`] : [],
    sectionHeadings: ['Definition'],
    sectionBodies: [`body ${i}`],
    ...(r.chance(0.5)
      ? { referenceSections: [0, 0], referenceEnds: [2, 4], referenceSourceIds: ['Source:a', 'Source:b'] }
      : { referenceSections: null, referenceEnds: null, referenceSourceIds: null }),
  }),
  ALIAS: (r) => ({
    name: r.pick(NAMES),
    vocabulary: 'glossograph',
    language: r.maybe(() => 'en'),
    aliasKind: r.pick(['SYNONYM', 'EXPANSION']),
  }),
  REGULATION: (r, i) => ({
    citation: i === 0 ? '45 CFR Part 7' : `45 CFR 7.${i}`,
    sortKey: `${r.int(3)}/${i}`,
    level: i === 0 ? 'PART' : 'SECTION',
    wholeFrom: i === 0 ? r.maybe(() => r.pick(DATES)) : null,
    heading: r.maybe(() => `heading ${i}`),
    text: r.maybe(() => `text with aa and ab ${i}`),
    reserved: r.chance(0.2),
    ...(r.chance(0.5) ? inTime(r, i) : NOT_IMPORTED),
  }),
  STATUTE: (r, i) => ({ citation: `Pub. L. 1-${i + 1}`, name: r.pick(NAMES) }),
  STANDARD: (r, i) => {
    const { key, level, version } = STANDARDS[i] as Made;
    return {
      key,
      name: r.pick(['aa', 'b']),
      level,
      version: version ?? r.maybe(() => r.pick(['1', '2'])),
      canonical: level === 'VALUE_SET' ? r.pick(URLS) : null,
      status: r.maybe(() => r.pick(['draft', 'active'])),
      maturity: r.maybe(() => r.pick([0, 3])),
      date: r.maybe(() => r.pick(DATES)),
      package: r.maybe(() => 'a.package'),
      unmapped: r.maybe(() => [`left ${i}`]),
      ...(level === 'ELEMENT' ? saysOfElement(r) : NO_ELEMENT),
    };
  },
  ORGANIZATION: (r) => ({ name: r.pick(NAMES), role: 'agency' }),
  RULE: (r, i) => ({
    citation: r.maybe(() => `89 FR ${i + 1}`),
    documentNumber: r.maybe(() => `2024-${i}`),
    lastPage: r.maybe(() => i + 9),
    name: r.pick(NAMES),
    stage: r.pick(['PROPOSED', 'FINAL']),
    publishedOn: r.maybe(() => r.pick(DATES)),
    effectiveOn: r.maybe(() => r.pick(DATES)),
  }),
};

const HOW_MANY: Record<EntityKind, number> = {
  TERM: 5,
  ALIAS: 3,
  REGULATION: 5,
  STATUTE: 2,
  STANDARD: STANDARDS.length,
  ORGANIZATION: 1,
  RULE: 2,
};

export function randomGraph(r: Random): MemoryGraph {
  const nodes = ENTITY_KINDS.flatMap((kind) =>
    Array.from({ length: HOW_MANY[kind] }, (_, i): MemoryNode => {
      const own = make[kind](r, i);
      const label = String(own.name ?? own.citation);
      return {
        kind,
        id: `${LABEL_OF[kind]}:${own.slug ?? own.key ?? i}`,
        label,
        summary: r.maybe(() => `about ${i}`),
        url: null,
        ...own,
      };
    }),
  );
  const sources = [
    { id: 'Source:a', name: 'A', url: 'https://example.org/a' },
    { id: 'Source:b', name: 'B', url: null },
  ];
  const relations: MemoryRelation[] = [];
  for (const type of RELATION_TYPES) {
    const { from, to } = RELATIONS[type];
    const sourcesOf = nodes.filter((node) => (from as readonly string[]).includes(node.kind));
    const targets = nodes.filter((node) => (to as readonly string[]).includes(node.kind));
    for (let i = 0; i < 5; i += 1) {
      const [a, b] = [r.pick(sourcesOf), r.pick(targets)];
      // A tree, and none from a node to itself: what contains something comes before it.
      if (a === b || (type === 'PART_OF' && (a.kind !== b.kind || nodes.indexOf(a) < nodes.indexOf(b)))) continue;
      relations.push(randomRelation(r, type, a, b, relations.length, nodes, sources));
    }
  }
  const standards = nodes.filter(({ kind }) => kind === 'STANDARD');
  for (const [i, { inside }] of STANDARDS.entries()) {
    const [part, whole] = [standards[i], standards[inside ?? -1]];
    if (part === undefined || whole === undefined || r.chance(0.1)) continue;
    relations.push(randomRelation(r, 'PART_OF', part, whole, relations.length, nodes, sources));
  }
  const open = Array.from({ length: 3 }, (_, i): MemoryOpen => {
    const from = r.pick(nodes.filter(({ kind }) => kind === 'REGULATION'));
    const relation = randomRelation(r, 'CITES', from, from, 900 + i, nodes, sources);
    return { ...relation, to: 'Regulation:nowhere', targetCitation: r.pick(['45 CFR 9.9', '42 U.S.C. 1']) };
  });
  return { nodes, relations, sources, open };
}

function randomRelation(
  r: Random,
  type: RelationType,
  from: MemoryNode,
  to: MemoryNode,
  i: number,
  nodes: readonly MemoryNode[],
  sources: MemoryGraph['sources'],
): MemoryRelation {
  const defines = type === 'DEFINES';
  const laws = nodes.filter(({ kind }) => kind === 'REGULATION');
  const refers = defines && r.chance(0.7) ? Array.from({ length: 1 + r.int(2) }, () => r.int(1000)) : null;
  return {
    id: `e${String(i).padStart(3, '0')}`,
    type,
    from,
    to,
    weight: r.int(3) / 2,
    position: r.int(3),
    validFrom: r.maybe(() => r.pick(DATES)),
    validTo: r.maybe(() => r.pick(DATES)),
    validFromBasis: defines ? r.maybe(() => r.pick(['STATED', 'EFFECTIVE_DATE', 'FIRST_SEEN'])) : null,
    validToBasis: defines ? r.maybe(() => r.pick(['STATED', 'FIRST_SEEN'])) : null,
    knownFrom: defines ? r.maybe(() => r.pick(DATES)) : null,
    text: defines ? `means ${i}` : type === 'CITES' ? r.maybe(() => `see ${i}`) : null,
    scopeId: defines ? r.pick(laws).id : null,
    scopeCitations: defines ? r.maybe(() => ['45 CFR 7.1']) : null,
    awaitedScope: defines ? r.maybe(() => r.pick(['SUBCHAPTER', 'CHAPTER'])) : null,
    alsoScopeIds: defines ? r.maybe(() => [r.pick(laws).id]) : null,
    definitionKind: defines ? r.maybe(() => r.pick(['TEXT', 'BY_REFERENCE', 'BOTH'])) : null,
    refersTo:
      refers === null
        ? null
        : refers.map(() => r.pick(['45 CFR 9.9', '45 CFR Part 7', '45 CFR 7.1', '45 CFR 7.2', '45 CFR 7.3'])),
    refersAs: refers === null ? null : refers.map(() => r.pick(['', '', 'the aa', 'an aa and b that'])),
    refersQuotes: refers === null ? null : refers.map((n) => `as in ${n}`),
    refersRoles: refers === null ? null : refers.map(() => r.pick(['DEFERS', 'DEFERS', 'BORROWS', 'EXCLUDES'])),
    names: defines ? r.maybe(() => [r.pick(['aa', 'b', 'c d'])]) : null,
    evidence: Array.from({ length: 1 + r.int(2) }, () => {
      const start = r.int(12);
      const matched = r.chance(0.5);
      return {
        rule: matched ? r.pick(['MATCHED', 'PARSED']) : 'AUTHORED',
        quote: matched ? r.pick(['aa', 'ab']) : null,
        start: matched ? start : null,
        end: matched ? start + 2 : null,
        sourceId: r.pick(sources).id,
      };
    }),
  };
}

/** Puts the graph into an empty database. */
export async function load(driver: Driver, { nodes, relations, sources, open }: MemoryGraph): Promise<void> {
  const present = (properties: object) =>
    Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  for (const kind of ENTITY_KINDS) {
    const rows = nodes
      .filter((node) => node.kind === kind)
      .map(({ kind: _kind, ...node }) => ({
        ...present(node),
        nameKey: nameKey(node.label),
        nameWords: wordsOf(node.label).join(' '),
      }));
    await driver.executeQuery(`UNWIND $rows AS row CREATE (n:Entity:${LABEL_OF[kind]}) SET n = row`, { rows });
  }
  // All terms of the graph are of one vocabulary.
  await driver.executeQuery(
    "MERGE (n:Vocabulary {id: 'Vocabulary:glossograph'}) SET n.key = 'glossograph', n.rank = 1",
  );
  await driver.executeQuery('UNWIND $sources AS row CREATE (n:Source) SET n = row', { sources: sources.map(present) });
  const reached = reachedBy(
    relations
      .filter(({ type }) => type === 'DEFINES')
      .map(({ id, from, to, names, refersTo, refersAs, refersRoles, evidence }) => ({
        id,
        citation: String(from.citation),
        term: to.id,
        names: names ?? [wordsOf(to.label).join(' ')],
        official: evidence.some(({ rule }) => rule === 'PARSED'),
        refersTo: refersTo ?? [],
        refersAs: refersAs ?? [],
        refersRoles: (refersRoles ?? []) as StepRole[],
      })),
  );
  for (const type of RELATION_TYPES) {
    const rows = relations
      .filter((relation) => relation.type === type)
      .map(({ type: _type, from, to, evidence, ...relation }) => ({
        from: from.id,
        to: to.id,
        relation: {
          ...present(relation),
          ...reached.get(relation.id),
          ...lists(evidence),
        },
      }));
    await driver.executeQuery(
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.relation`,
      { rows },
    );
  }
  const waiting = open.map(({ from, evidence, ...relation }) => ({
    ...present(relation),
    from: from.id,
    origin: 'x',
    ...lists(evidence),
  }));
  await driver.executeQuery('UNWIND $waiting AS row CREATE (n:OpenRelation) SET n = row', { waiting });
}

const lists = (evidence: MemoryRelation['evidence']) => ({
  evidenceRules: evidence.map(({ rule }) => rule),
  evidenceQuotes: evidence.map(({ quote }) => quote ?? ''),
  evidenceStarts: evidence.map(({ start }) => start ?? -1),
  evidenceEnds: evidence.map(({ end }) => end ?? -1),
  evidenceSources: evidence.map(({ sourceId }) => sourceId),
});
