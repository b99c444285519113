/** A citation that an author states has no words of a text. Its target can be younger than the day that is asked for. */
import { expect, test } from 'vitest';
import { ask } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph, driver, fill } = testGraph();
fill(() =>
  driver().executeQuery(
    `CREATE (citing:Entity:Regulation {id: 'Regulation:99-CFR-1.1', citation: '99 CFR 1.1', label: '99 CFR 1.1', level: 'SECTION', sortKey: '099/1.1'})
     CREATE (cited:Entity:Regulation {id: 'Regulation:99-CFR-1.2', citation: '99 CFR 1.2', label: '99 CFR 1.2', level: 'SECTION', sortKey: '099/1.2', addedOn: '2030-01-01'})
     CREATE (citing)-[:CITES {id: 'cites', evidenceRules: ['AUTHORED'], evidenceQuotes: [''], evidenceStarts: [-1], evidenceEnds: [-1], evidenceSources: ['Source:x']}]->(cited)`,
  ),
);

test.each([
  ['2029-12-31', null],
  ['2030-01-01', { citation: '99 CFR 1.2' }],
])('on %s, the citation has its text, and its target is %j', async (asOf, target) => {
  const cites = 'cites { text targetCitation target { ... on Regulation { citation } } }';
  const { regulation } = await ask(graph(), `{ regulation(citation: "99 CFR 1.1", asOf: "${asOf}") { ${cites} } }`);
  expect(regulation.cites).toEqual([{ text: '99 CFR 1.2', targetCitation: '99 CFR 1.2', target }]);
});
