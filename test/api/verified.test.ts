/** Whether evidence has its quote in place: Neo4j compares most quotes itself, but counts characters in another way than offsets do. */
import { expect, test } from 'vitest';
import { ask } from '../setup/ask.ts';
import { testGraph } from '../setup/test-graph.ts';

const { graph, driver, fill } = testGraph();
const PLAIN = 'A clinic uses an EHR here.';
const BEYOND = '\u{1F600}\u{1F600} A clinic uses an EHR here, and no other EHR.';
const QUOTE = 'EHR';

fill(() =>
  driver().executeQuery(
    `CREATE (ehr:Entity:Term {id: 'Term:ehr', slug: 'ehr', name: 'EHR', label: 'EHR'})
     WITH ehr UNWIND $rows AS given
     WITH ehr, {at: toString(toInteger(given.at)), text: given.text, start: toInteger(given.start), end: toInteger(given.end)} AS row
     CREATE (provision:Entity:Regulation {
       id: 'Regulation:99-CFR-1.' + row.at, citation: '99 CFR 1.' + row.at, label: '99 CFR 1.' + row.at, level: 'SECTION',
       sortKey: '099/1.' + row.at, text: row.text, heading: 'The EHR'
     })
     CREATE (provision)-[:MENTIONS {
       id: 'mentions-' + row.at, evidenceRules: ['MATCHED'], evidenceQuotes: [$quote], evidenceStarts: [row.start],
       evidenceEnds: [row.end], evidenceSources: ['Source:x']
     }]->(ehr)`,
    {
      quote: QUOTE,
      rows: CASES.map(([, text, start], at) => ({ at, text, start, end: start < 0 ? -1 : start + QUOTE.length })),
    },
  ),
);

const CASES: [what: string, text: string, start: number, verified: boolean][] = [
  ['is in place', PLAIN, PLAIN.indexOf(QUOTE), true],
  ['is one character away', PLAIN, PLAIN.indexOf(QUOTE) - 1, false],
  ['would begin after the end of the text', PLAIN, 500, false],
  ['is in place after characters that are two code units each', BEYOND, BEYOND.indexOf(QUOTE), true],
  ['is in place only if such characters count once', BEYOND, BEYOND.indexOf(QUOTE) - 2, false],
  ['has no offsets, but is in the heading', PLAIN, -1, true],
];

test.each(CASES)('a quote that %s', async (what, _text, _start, verified) => {
  const at = CASES.findIndex(([one]) => one === what);
  const asked = `{ regulation(citation: "99 CFR 1.${at}") { mentions(first: 1) { edges { evidence { quote verified } } } } }`;
  const { regulation } = await ask(graph(), asked);
  expect(regulation.mentions.edges).toEqual([{ evidence: [{ quote: QUOTE, verified }] }]);
});
