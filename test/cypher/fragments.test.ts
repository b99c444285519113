/** Every fragment is explained by a real Neo4j: that is how its binding and its words are held against the database. */
import { readdirSync, readFileSync } from 'node:fs';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adoption } from '../../cypher/adoption/index.ts';
import { alias } from '../../cypher/alias/index.ts';
import { amendment } from '../../cypher/amendment/index.ts';
import { annotation } from '../../cypher/annotation/index.ts';
import { change } from '../../cypher/change/index.ts';
import { citation } from '../../cypher/citation/index.ts';
import { coverage } from '../../cypher/coverage/index.ts';
import { definition } from '../../cypher/definition/index.ts';
import { entity } from '../../cypher/entity/index.ts';
import { evidence } from '../../cypher/evidence/index.ts';
import { mapping } from '../../cypher/mapping/index.ts';
import { meta } from '../../cypher/meta/index.ts';
import { organization } from '../../cypher/organization/index.ts';
import { regulation } from '../../cypher/regulation/index.ts';
import { relation } from '../../cypher/relation/index.ts';
import { rule } from '../../cypher/rule/index.ts';
import { search } from '../../cypher/search/index.ts';
import { standard } from '../../cypher/standard/index.ts';
import { statute } from '../../cypher/statute/index.ts';
import { term } from '../../cypher/term/index.ts';
import { vocabulary } from '../../cypher/vocabulary/index.ts';
import { rename } from '../../src/graph/template.ts';
import { RELATION_TYPES } from '../../src/model/relations.ts';
import type { Fragment } from '../../src/plan/fragment.ts';
import { load, type MemoryGraph, randomGraph } from '../plan/memory-graph.ts';
import { random } from '../plan/random.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const FRAGMENTS: Fragment<never>[] = [
  adoption,
  alias,
  amendment,
  annotation,
  change,
  citation,
  coverage,
  definition,
  entity,
  evidence,
  mapping,
  meta,
  organization,
  regulation,
  relation,
  rule,
  search,
  standard,
  statute,
  term,
  vocabulary,
].flatMap((group) => Object.values(group));
/** What `parent` is, where it is no entity. */
const PARENTS: Record<string, string> = {
  adoption:
    'MATCH (from:Regulation)-[said:ADOPTS]->(standard) WITH {said: said, from: from, standard: standard} AS parent',
  amendment: 'MATCH (rule:Rule)-[:AMENDS]->(place) WITH {from: place, rule: rule} AS parent',
  change: 'MATCH (place:Regulation) WITH {place: place, subject: place, at: 0, on: "2020-01-01"} AS parent',
  'coverage/of-adoption': 'MATCH (from:Regulation)-[:ADOPTS]->() WITH {from: from} AS parent',
  'coverage/amendments': 'MATCH (provision:Regulation) WITH {provision: provision} AS parent',
  relation: 'MATCH (:Entity)-[parent]->(:Entity)',
  definition: 'MATCH (:Entity)-[parent:DEFINES]->(:Entity)',
  citation: 'MATCH (from:Regulation)-[said:CITES]->(cited) WITH {said: said, from: from, cited: cited} AS parent',
  'definition/step-regulation': 'MATCH (site:Regulation) WITH {site: site} AS parent',
  'definition/governing': 'MATCH (:Entity)-[edge:DEFINES]->(:Entity) WITH {definition: edge} AS parent',
  'coverage/of-governing': "MATCH (provision:Regulation) WITH {provision: provision, governs: 'ONE'} AS parent",
  'definition/step-definition': 'MATCH (:Entity)-[edge:DEFINES]->(:Entity) WITH {edge: edge} AS parent',
  'standard/bound-value-set': 'MATCH (element:Standard) WITH {valueSet: element.binding, element: element} AS parent',
  'standard/changes-from': 'MATCH (from:Standard) WITH {from: from} AS parent',
  'standard/changes-added': 'MATCH (one:Standard) WITH {added: [one]} AS parent',
  'standard/changes-removed': 'MATCH (one:Standard) WITH {removed: [one]} AS parent',
  'standard/changes-changed': 'MATCH (one:Standard) WITH {changed: [one]} AS parent',
  'standard/change-before': 'MATCH (one:Standard) WITH {before: one} AS parent',
  'standard/change-after': 'MATCH (one:Standard) WITH {after: one} AS parent',
  'annotation/entities': 'WITH {ids: []} AS parent',
  'evidence/of-citation': 'MATCH (from:Regulation)-[said:CITES]->(cited) WITH {said: said, from: from} AS parent',
  'evidence/of-relation': 'MATCH (:Entity)-[parent]->(:Entity)',
  'evidence/source': "WITH {sourceId: 'x'} AS parent",
  'term/references': 'WITH {references: []} AS parent',
  'entity/held': 'MATCH (held:Entity) WITH {entity: held} AS parent',
  'annotation/definition': "MATCH (place:Regulation) WITH {place: place, ids: ['x']} AS parent",
  'annotation/of-section': "WITH {termId: 'x'} AS parent",
  'vocabulary/of': 'MATCH (parent:Term)',
  mapping: 'MATCH (parent:Term)',
  'mapping/term': 'MATCH (held:Term) WITH {term: held} AS parent',
  'mapping/evidence': "WITH {rule: 'MATCHED', quote: 'x', sourceId: 'x'} AS parent",
  'search/alias': 'MATCH (held:Alias) WITH {alias: held} AS parent',
  'search/candidates': "WITH {key: 'x', spellings: ['z'], citation: 'y'} AS parent",
};

const { driver, fill } = testGraph();
/** Our own driver asks for no notices; these are what is tested here. */
let noticing: Driver;
beforeAll(() => {
  const { uri, user, password } = testAddress();
  noticing = neo4j.driver(uri, neo4j.auth.basic(user, password));
});
afterAll(() => noticing.close());
// Labels and properties are known to a database that holds some: without data every name would be "unknown".
fill(async () => {
  await load(driver(), graphWithEveryType());
  await driver().executeQuery("CREATE (:OpenRelation {id: 'a range', between: ['1', '2'], knownFrom: '2020-01-01'})");
  // What only an import of the law and its rules states: of no provision, as the random graph has none.
  await driver().executeQuery(
    `CREATE (:Unused {addedOn: '', adds: true, binding: '', notedFrom: '', observedOn: [''], historyKinds: [''], historyCitations: [''],
      historyPublished: [''], historyEffective: [''], historyCitedFrom: [''], historySources: [''], lead: '',
      formerLead: [''], formerSource: [''], formerOrder: [0], retrieved: '', lastChange: '', changeKinds: [''],
      changeDays: [''], changeBases: [''], changeBefore: [''], changeAfter: [''], coverages: [''], coverageFrom: [''], orEarlier: true,
      amendedOn: [''], amendedFrom: '', amendedTo: '', wasAdded: true, wasRemoved: true,
      wholeFrom: '', linking: '', rank: 1, key: '', vocabulary: '', iri: '', mappingIris: [''], mappingPredicates: [''], sourceIds: [''], termId: '',
      maturity: 0, uscdiRequirement: true, toCanonical: '',
      noticeKinds: [''], noticeTexts: [''], noticeFrom: [''], noticeTo: [''], noticeSources: ['']})`,
  );
});

function graphWithEveryType(): MemoryGraph {
  for (let seed = 1; ; seed += 1) {
    const graph = randomGraph(random(seed));
    if (new Set(graph.relations.map(({ type }) => type)).size === RELATION_TYPES.length) return graph;
  }
}

describe('a fragment is Cypher that the database knows', () => {
  test.each(FRAGMENTS.map((fragment) => [fragment.name, fragment] as const))(
    '%s',
    async (name, { match, order, params }) => {
      const bare = (cypher: string) => rename(cypher, {});
      const parent = PARENTS[name] ?? PARENTS[name.split('/')[0] ?? ''] ?? 'MATCH (parent:Entity)';
      const start = /\bparent\b/.test(match) ? `${parent} ` : '';
      const sorted = order.length > 0 ? ` ORDER BY ${order.map(({ cypher }) => bare(cypher)).join(', ')}` : '';
      const session = noticing.session();
      const result = session.run(`EXPLAIN ${start}${bare(match)} RETURN node${sorted}`);
      expect(await result.keys()).toEqual(['node']);
      const { notifications } = await result.summary();
      await session.close();
      const missing = notifications
        .filter(({ code }) => code.endsWith('ParameterNotProvided'))
        .flatMap(({ description }) => /Missing parameters: (.*)\)/.exec(description)?.[1]?.split(', ') ?? []);
      expect(missing.sort()).toEqual([...params].sort());
      const unknown = notifications.filter(({ code }) => /Unknown(Label|PropertyKey|RelationshipType)/.test(code));
      expect(unknown.map(({ description }) => description)).toEqual([]);
    },
  );
});

test('every file in cypher/ has a binding, or another file names it', () => {
  const folder = new URL('../../cypher/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cypher'));
  const text = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  const names = new Set([
    ...FRAGMENTS.map(({ name }) => name),
    ...[...text.matchAll(/\$\{([\w-]+\/[\w-]+)/g)].map(([, name]) => name),
    // Expressions.
    ...['search/counted', 'search/near', 'search/highlighted', 'definition/chain-of', 'citation/dangling'],
    ...['change/basis', 'change/sides', 'regulation/all-texts', 'regulation/versions', 'evidence/in-place'],
    ...['vocabulary/listed', 'vocabulary/stored', 'vocabulary/notated'],
  ]);
  // Statements have a test of their own (test/store/statements.test.ts), and traversals too (test/traversal).
  const elsewhere =
    /^(migrations|backup|store|meaning|ecfr|fhir|uscdi|rules|supersedes|link|traversal|export|sitemap)\//;
  const fragments = files.filter((file) => !elsewhere.test(file)).map((file) => file.replace('.cypher', ''));
  expect(fragments.filter((name) => !names.has(name))).toEqual([]);
});
