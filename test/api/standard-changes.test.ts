/** Standards beside another version of themselves: what came, what went, what differs, and what cannot be compared. */
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
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

describe('what changed', () => {
  const CHANGES =
    'imported fields from { key } added { key } removed { key } changed { fields before { key min } after { key min } }';
  const changes = async (key: string, version: string) =>
    (await standard(key, `changesFrom(version: "${version}") { ${CHANGES} }`)).changesFrom;

  test('in a profile: elements at any depth, in document order', async () => {
    const [before, after] = ['kites/1.0.0/kite-flier', 'kites/2.0.0/kite-flier'];
    expect(await changes(after, '1.0.0')).toEqual({
      imported: true,
      fields: [],
      from: { key: before },
      added: [{ key: `${after}.name.suffix` }],
      removed: [],
      changed: [
        {
          fields: ['mustSupport'],
          ...{ before: { key: `${before}.name.given`, min: 0 }, after: { key: `${after}.name.given`, min: 0 } },
        },
        {
          fields: ['min', 'max', 'types'],
          ...{ before: { key: `${before}.shape`, min: 0 }, after: { key: `${after}.shape`, min: 1 } },
        },
      ],
    });
  });

  test('the other way round, what came has gone', async () => {
    const { added, removed, changed } = await changes('kites/1.0.0/kite-flier', '2.0.0');
    expect([added, keys(removed)]).toEqual([[], ['kites/2.0.0/kite-flier.name.suffix']]);
    expect(changed.map((change: { after: { key: string } }) => change.after.key)).toEqual([
      'kites/1.0.0/kite-flier.name.given',
      'kites/1.0.0/kite-flier.shape',
    ]);
  });

  test('in a data class: its data elements', async () => {
    const found = await changes('data/v2/fliers', 'v1');
    expect([keys(found.added), keys(found.removed), found.changed]).toEqual([
      ['data/v2/fliers/pronoun'],
      ['data/v1/fliers/nickname'],
      [],
    ]);
  });

  test('in a version: its parts, also where only what is inside them differs', async () => {
    const found = await changes('kites/2.0.0', '1.0.0');
    expect(found.fields).toEqual(['name']);
    expect([keys(found.added), keys(found.removed)]).toEqual([['kites/2.0.0/tail'], ['kites/1.0.0/zephyr']]);
    expect(
      found.changed.map(({ fields, after: { key } }: { fields: string[]; after: { key: string } }) => [key, fields]),
    ).toEqual([
      ['kites/2.0.0/string', ['name', 'status']],
      ['kites/2.0.0/kite-flier', ['parts']],
      ['kites/2.0.0/valueset/shape', ['name']],
    ]);
  });

  test('since a version that has no such thing: all of it is added', async () => {
    const found = await changes('data/v2/winds', 'v1');
    expect(found).toMatchObject({ imported: true, from: null, fields: [], added: [], removed: [], changed: [] });
    const profile = await changes('kites/2.0.0/string', '10.0.0');
    expect(profile).toMatchObject({
      from: null,
      added: [{ key: 'kites/2.0.0/string.knot' }, { key: 'kites/2.0.0/string.color' }],
      removed: [],
    });
  });

  test('since a version of which nothing but its name is imported: told so', async () => {
    const found = await changes('kites/2.0.0', '10.0.0');
    expect([found.imported, found.added.length, found.from.key]).toEqual([false, 4, 'kites/10.0.0']);
  });

  test('since itself: nothing', async () => {
    const nothing = { fields: [], added: [], removed: [], changed: [] };
    expect(await changes('kites/2.0.0', '2.0.0')).toMatchObject(nothing);
    expect(await changes('kites/2.0.0/kite-flier', '2.0.0')).toMatchObject(nothing);
  });

  test.each([
    ['kites/2.0.0/kite-flier', '9.9', 'version: must be one of the known versions: 1.0.0, 2.0.0, 10.0.0'],
    ['data/v2/fliers', '1.0.0', 'version: must be one of the known versions: v1, v2'],
    [
      'kites',
      '1.0.0',
      'version: cannot be compared with this standard, because only a version or a part of a version can be compared',
    ],
  ])('%s since %s is refused, at the place where it was asked', async (key, version, message) => {
    const reader = new Reader(graph());
    const { data, errors } = await graphql({
      schema,
      source:
        'query ($key: String!, $version: String!) { bad: standard(key: $key) { changesFrom(version: $version) { imported } } good: standard(key: $key) { key } }',
      variableValues: { key, version },
      contextValue: { reader },
    });
    expect(data).toEqual({ bad: null, good: { key } });
    expect(errors?.map((error) => error.toJSON())).toMatchObject([
      { message, path: ['bad', 'changesFrom'], extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(reader.statements).toBe(2);
  });
});
