/** The statements of an import, explained by a real Neo4j: it knows their words, and what they are given suffices. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { imports, type Statement } from '../../cypher/import/index.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import { writeImport } from '../../src/import/write.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, fill } = testGraph();
const { uri, user, password, database } = testAddress();
const STATEMENTS: Statement[] = Object.values(imports).flatMap((one) => ('text' in one ? [one] : Object.values(one)));
const row = { id: 'x', from: 'x', to: 'x', properties: {} };

let noticing: Driver;
beforeAll(() => {
  noticing = neo4j.driver(uri, neo4j.auth.basic(user, password));
});
afterAll(() => noticing.close());
// A seed that has one of everything: in an empty database every label and property would be "unknown".
fill(async () => {
  const { records } = await checkSeed(fileURLToPath(new URL('seed/whole', import.meta.url)));
  await writeImport(driver(), database, { origin: 'seed', records });
});

test('every file is bound to a name', () => {
  const files = readdirSync(new URL('../../cypher/import/', import.meta.url)).filter((file) =>
    file.endsWith('.cypher'),
  );
  expect([...new Set(STATEMENTS.map(({ name }) => `${name.replace('import/', '')}.cypher`))].sort()).toEqual(
    files.sort(),
  );
});

test('Neo4j has no notice to give of any of them', async () => {
  const session = noticing.session(database === undefined ? {} : { database });
  const given = { rows: [row], origin: 'seed', sha256: 'x' };
  for (const { name, text } of STATEMENTS) {
    const { summary } = await session.run(`EXPLAIN ${text}`, { given });
    expect([name, summary.gqlStatusObjects.filter(({ isNotification }) => isNotification)]).toEqual([name, []]);
  }
  await session.close();
});

test('each relation type has a statement of its own', () => {
  for (const [type, { text }] of Object.entries(imports.putRelations)) expect(text).toContain(`:${type} {id: row.id}`);
  for (const [label, { text }] of Object.entries(imports.putNodes)) expect(text).toContain(`node:${label}`);
  // By a label with an index: without one every row would look through the whole graph.
  expect(imports.putNodes.Source.text).toContain('MERGE (node:Source {id: row.id})');
  expect(imports.makeNodes.Source.text).toContain('CREATE (node:Source)');
  expect(imports.makeNodes.Term.text).toContain('CREATE (node:Entity:Term)');
});
