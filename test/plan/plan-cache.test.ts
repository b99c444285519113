/** A plan that was made for one request serves another only if both need the same statement. */
import { type DocumentNode, execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { patientContext } from '../setup/ask.ts';
import { SEED } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(SEED);

const answerTo = async (document: DocumentNode, variableValues: Record<string, unknown>) =>
  JSON.parse(
    JSON.stringify(await execute({ schema, document, variableValues, contextValue: patientContext(graph()) })),
  );

const TERM = `query ($slug: String!, $first: Int, $after: String, $withLaw: Boolean = true, $types: [RelationType!]) {
  term(slug: $slug) {
    name
    relatedTerms(first: $first, after: $after) { totalCount pageInfo { endCursor } edges { node { slug ...Law } } }
    relations(first: 3, types: $types) { edges { type node { label } } }
  }
}
fragment Law on Term { mentionedIn(first: $first) @include(if: $withLaw) { edges { count node { citation } } } }`;
const LAW = `query ($citation: String!, $day: Date, $inner: Date, $first: Int) {
  regulation(citation: $citation, asOf: $day) { citation heading children { citation heading }
    definitions(asOf: $inner) { name } mentions(first: $first) { totalCount } }
}`;

const REQUESTS: [string, Record<string, unknown>[]][] = [
  [
    TERM,
    [
      { slug: 'ehi' },
      { slug: 'information-blocking' },
      { slug: 'no-such-term' },
      { slug: 'ehi', first: 2 },
      { slug: 'ehi', first: 2, withLaw: false },
      { slug: 'ehi', first: 2, types: ['RELATED_TO'] },
      { slug: 'fhir', first: 2, types: ['RELATED_TO', 'ABOUT'] },
      { slug: 'ehi', first: 9_999 },
      { slug: 'ehi', first: 2, after: 'no cursor' },
      { slug: 'fhir' },
    ],
  ],
  [
    LAW,
    [
      { citation: '45 CFR 171.203' },
      { citation: '45 CFR 171.103', day: '2021-01-01' },
      { citation: '45 CFR 171.203', day: '2030-01-01' },
      { citation: '45 CFR 171.203', day: '2030-01-01', inner: '2021-01-01' },
      { citation: '45 CFR 171.203', first: 1 },
      { citation: 'no citation' },
      { citation: '45 CFR 171.103' },
    ],
  ],
];

test.each(REQUESTS)('the same document with other variables: %s', async (source, requests) => {
  const document = parse(source);
  for (const variables of [...requests, ...[...requests].reverse()]) {
    expect(await answerTo(document, variables), JSON.stringify(variables)).toEqual(
      await answerTo(parse(source), variables),
    );
  }
});

test('a field that a document selects in two places has the selections that apply', async () => {
  const document = parse(
    `query ($both: Boolean!) { term(slug: "ehi") { name } term(slug: "ehi") @include(if: $both) { slug } }`,
  );
  for (const both of [false, true, false]) {
    const { data } = await answerTo(document, { both });
    expect(Object.keys(data.term)).toEqual(both ? ['name', 'slug'] : ['name']);
    expect(data.term.name).toBe('EHI');
  }
});
