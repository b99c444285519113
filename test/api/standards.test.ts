/** Standards as the API tells them: what FHIR says of an element, order, levels, and the way to the law and back. */
import { graphql, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { parseConfig } from '../../src/config.ts';
import { limitsRule } from '../../src/http/limits.ts';
import { Reader } from '../../src/plan/read.ts';
import { writeImport } from '../../src/store/write.ts';
import { ask } from '../setup/ask.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';
import { KITES } from './standards-fixture.ts';

const { driver, graph, fill } = testGraph();
fill(() => writeImport(driver(), testAddress().database, { origin: 'kites', records: KITES }));

const standard = async (key: string, fields: string) =>
  (await ask(graph(), `query ($key: String!) { standard(key: $key) { ${fields} } }`, { key })).standard;
const keys = (list: { key: string }[]) => list.map(({ key }) => key);
interface StandardPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { key: string } }[];
}
const nodes = ({ edges }: Pick<StandardPage, 'edges'>) => keys(edges.map(({ node }) => node));

describe('what is said of one', () => {
  const SAID = 'status date package path min max types mustSupport differs unmapped binding { valueSet strength }';
  const NOTHING = {
    ...{ status: null, date: null, package: null, path: null, min: null, max: null, types: null },
    ...{ mustSupport: null, differs: null, unmapped: [], binding: null },
  };

  test('an element of a profile', async () => {
    expect(await standard('kites/2.0.0/kite-flier.shape', SAID)).toEqual({
      ...NOTHING,
      ...{ path: 'Flier.shape', min: 1, max: '3', types: ['code'], mustSupport: true, differs: true },
      binding: { valueSet: 'https://example.org/ValueSet/shape', strength: 'extensible' },
    });
  });

  test('a version', async () => {
    const said = { status: 'active', date: '2021-02-03', package: 'example.kites' };
    expect(await standard('kites/1.0.0', SAID)).toEqual({ ...NOTHING, ...said });
  });

  test('a data element, of which something could not be joined', async () => {
    expect(await standard('data/v2/fliers/color', SAID)).toEqual({ ...NOTHING, unmapped: ['Flier.colour of v2'] });
  });

  test('a standard: nothing of this', async () => {
    expect(await standard('kites', SAID)).toEqual(NOTHING);
  });
});

describe('the value set of a binding', () => {
  const bound = async (key: string) => (await standard(key, 'binding { valueSetNode { key } }')).binding.valueSetNode;

  test("is that of the element's own version, though others have its URL", async () => {
    expect(await bound('kites/1.0.0/kite-flier.shape')).toEqual({ key: 'kites/1.0.0/valueset/shape' });
    expect(await bound('kites/2.0.0/kite-flier.shape')).toEqual({ key: 'kites/2.0.0/valueset/shape' });
  });

  test('is that of the version on which its own builds, where this has none', async () => {
    expect(await bound('kites/1.0.0/string.color')).toEqual({ key: 'core/4.0.1/valueset/color' });
  });

  test('is none where it cannot be told which, and where no such version is known', async () => {
    expect(await bound('lone/3/thing.shape')).toBeNull();
    expect(await bound('lone/3/thing.color')).toBeNull();
  });

  test('is of the version that the URL names', async () => {
    expect(await bound('core/4.0.1/Flier.color')).toEqual({ key: 'core/4.0.1/valueset/color' });
  });
});

describe('parts', () => {
  test('come in document order, and what has no place last', async () => {
    const { children } = await standard('kites/1.0.0', 'children { totalCount edges { node { key } } }');
    expect(nodes(children)).toEqual(
      ['string', 'kite-flier', 'valueset/shape', 'zephyr'].map((name) => `kites/1.0.0/${name}`),
    );
    expect(children.totalCount).toBe(4);
  });

  test('come a page at a time in the same order, also of one level', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const source = `query ($after: String) { standard(key: "kites/1.0.0") { children(first: 1, after: $after, level: PROFILE) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { key } } } } }`;
      const { children }: { children: StandardPage } = (await ask(graph(), source, { after })).standard;
      expect(children.totalCount).toBe(3);
      seen.push(...nodes(children));
      if (!children.pageInfo.hasNextPage) break;
      after = children.pageInfo.endCursor;
    }
    expect(seen).toEqual(['string', 'kite-flier', 'zephyr'].map((name) => `kites/1.0.0/${name}`));
  });
});

test('relations between standards are all told, or those of one level', async () => {
  const related = await standard(
    'data/v1/fliers/first-name',
    'all: mapsTo { key } profiles: mapsTo(level: PROFILE) { key } elements: mapsTo(level: ELEMENT) { key }',
  );
  const [core, profile, name] = ['core/4.0.1/Flier.name', 'kites/1.0.0/kite-flier', 'kites/1.0.0/kite-flier.name'];
  expect(keys(related.all)).toEqual([core, profile, name]);
  expect(keys(related.profiles)).toEqual([profile]);
  expect(keys(related.elements)).toEqual([core, name]);

  const back = await standard(
    core as string,
    'mappedFrom(level: DATA_ELEMENT) { key } none: mappedFrom(level: DATA_CLASS) { key } implementedBy(level: ELEMENT) { key implements(level: ELEMENT) { key } none: implements(level: RESOURCE) { key } }',
  );
  expect(back).toEqual({
    mappedFrom: [{ key: 'data/v1/fliers/first-name' }],
    none: [],
    implementedBy: ['1.0.0', '2.0.0'].map((version) => ({
      ...{ key: `kites/${version}/kite-flier.name`, implements: [{ key: core }], none: [] },
    })),
  });
});

test('all standards of one level, by key, a page at a time', async () => {
  const source = `query ($after: String) { standards(level: VERSION, first: 4, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { key level } } } }`;
  const first = (await ask(graph(), source)).standards;
  const second = (await ask(graph(), source, { after: first.pageInfo.endCursor })).standards;
  expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([7, true, false]);
  expect([...nodes(first), ...nodes(second)]).toEqual([
    ...['core/4.0.1', 'data/v1', 'data/v2', 'kites/1.0.0', 'kites/10.0.0', 'kites/2.0.0', 'lone/3'],
  ]);
});

describe('the law that requires it', () => {
  const adopted = async (key: string, asOf: string | null = '2024-01-01') => {
    const source = `query ($key: String!, $asOf: Date) {
      standard(key: $key) { requiredBy(asOf: $asOf) { regulation { citation } standard { key } } } }`;
    const { requiredBy } = (await ask(graph(), source, { key, asOf })).standard;
    return requiredBy.map(
      (adoption: { regulation: { citation: string }; standard: { key: string } }) =>
        `${adoption.regulation.citation} ${adoption.standard.key}`,
    );
  };
  const [DATA, CORE, GUIDE] = ['99 CFR 9.213 data/v1', '99 CFR 9.215 core/4.0.1', '99 CFR 9.215 kites/1.0.0'];

  test('is found from an element of the core, through profiles and data elements', async () => {
    expect(await adopted('core/4.0.1/Flier.name')).toEqual([DATA, CORE, GUIDE]);
  });

  test('is that of a day, and without a day that of today', async () => {
    expect(await adopted('core/4.0.1/Flier.name', null)).toEqual([DATA, CORE]);
    expect(await adopted('core/4.0.1/Flier.name', '2021-01-01')).toEqual([CORE, GUIDE]);
    expect(await adopted('core/4.0.1/Flier.name', '2026-01-01')).toEqual([DATA, CORE]);
  });

  test('does not ask for what a profile only takes over', async () => {
    expect(await adopted('core/4.0.1/Flier.photo')).toEqual([CORE]);
  });

  test('asks for one version of a guide, and not for another', async () => {
    expect(await adopted('kites/1.0.0/kite-flier.name')).toEqual([DATA, GUIDE]);
    expect(await adopted('kites/2.0.0/kite-flier.name')).toEqual([]);
    expect(await adopted('kites/2.0.0')).toEqual([]);
  });

  test('asks for a version through the guides that build on it, each once', async () => {
    expect(await adopted('core/4.0.1')).toEqual([CORE, GUIDE]);
    expect(await adopted('core')).toEqual([]);
  });
});

test('from the law to a FHIR element and back, in one request within the limits: a statement for each root', async () => {
  const source = `{
    regulation(citation: "99 CFR 9.213", asOf: "2024-01-01") { adoptions { standard { key
      children(level: DATA_CLASS) { edges { node { name
        children(level: DATA_ELEMENT) { edges { node { name unmapped
          profiles: mapsTo(level: PROFILE) { key implements(level: RESOURCE) { key } }
          elements: mapsTo(level: ELEMENT) { key path min max mustSupport binding { valueSet valueSetNode { key } } }
        } } } } } } } } }
    standard(key: "core/4.0.1/Flier.name") {
      requiredBy(asOf: "2024-01-01") { regulation { citation } standard { key } validFrom evidence { source { name } } } }
  }`;
  expect(validate(schema, parse(source), [limitsRule(parseConfig({}))])).toEqual([]);
  const reader = new Reader(graph());
  const { data, errors } = await graphql({ schema, source, contextValue: { reader } });
  expect(errors).toBeUndefined();
  expect(reader.statements).toBe(2);
  const [first] = Object.values(JSON.parse(JSON.stringify(data))) as [
    { adoptions: { standard: { children: never } }[] },
  ];
  expect(first.adoptions).toMatchObject([
    {
      standard: {
        key: 'data/v1',
        children: {
          edges: [
            {
              node: {
                name: 'Fliers',
                children: {
                  edges: [
                    {
                      node: {
                        name: 'First name',
                        profiles: [{ key: 'kites/1.0.0/kite-flier', implements: [{ key: 'core/4.0.1/Flier' }] }],
                        elements: [
                          { key: 'core/4.0.1/Flier.name' },
                          { key: 'kites/1.0.0/kite-flier.name', min: 1, mustSupport: true },
                        ],
                      },
                    },
                    { node: { name: 'Nickname', profiles: [], elements: [] } },
                    { node: { name: 'Color', unmapped: ['Flier.colour of v1'] } },
                  ],
                },
              },
            },
          ],
        },
      },
    },
  ]);
  expect(data?.standard).toMatchObject({
    requiredBy: [
      { regulation: { citation: '99 CFR 9.213' }, evidence: [{ source: { name: 'Kites' } }] },
      { standard: { key: 'core/4.0.1' } },
      { standard: { key: 'kites/1.0.0' } },
    ],
  });
});
