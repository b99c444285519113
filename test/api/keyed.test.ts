/** What is read of one provision is found by its key: it costs the same in a small law and in a large one. */
import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { patientContext } from '../setup/ask.ts';
import { counting } from '../setup/counting.ts';
import { testGraph } from '../setup/test-graph.ts';
import { importTwoEditions } from '../setup/two-editions.ts';

const { driver, fill } = testGraph();
fill(() => importTwoEditions(driver()));

/**
 * The database hits of a query, which another load on the machine does not change. Neo4j samples its indexes in the background
 * and plans by what it sampled last, so the samples are brought up to date first.
 */
async function hits(source: string): Promise<number> {
  await driver().executeQuery('CALL db.prepareForReplanning(60)');
  const counted = counting(driver(), { replan: true });
  const { data, errors } = await graphql({ schema, source, contextValue: patientContext(counted) });
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {})).not.toContain(null);
  return counted.hits();
}

const OF = '{ regulation(citation: "99 CFR 7.1"';
const QUERIES = [
  `${OF}) { coverage { certainty reason outstanding { citation } } } }`,
  `${OF}) { versions { validFrom } fullText diff(from: "2020-05-01", to: "2026-01-03") { op text } } }`,
  `${OF}) { amendedBy(first: 10) { edges { node { citation } } } } }`,
  `${OF}) { defines { scope { citation } scopes { citation } } annotations { entities { id } definition { text } } } }`,
];

test('a section costs as many database hits after 3,000 other provisions and terms have come', async () => {
  const before: number[] = [];
  for (const query of QUERIES) before.push(await hits(query));
  await driver().executeQuery(
    `UNWIND range(1, 3000) AS i
     CREATE (:Entity:Regulation {id: 'Regulation:98-CFR-1.' + i, citation: '98 CFR 1.' + i, sortKey: '098/' + i, level: 'SECTION', label: '98 CFR 1.' + i})
     CREATE (:Entity:Term {id: 'Term:other-' + i, slug: 'other-' + i, name: 'other ' + i, label: 'other ' + i})`,
  );
  const after: number[] = [];
  for (const query of QUERIES) after.push(await hits(query));
  for (const [i, query] of QUERIES.entries()) {
    expect([query, (after[i] ?? 0) <= (before[i] ?? 0) + 100]).toEqual([query, true]);
  }
});
