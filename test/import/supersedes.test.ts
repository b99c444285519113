/** Which version came after which: worked out from numbers, kept in a real graph in whatever order versions come. */
import neo4j from 'neo4j-driver';
import { beforeEach, describe, expect, test } from 'vitest';
import { type KnownVersion, supersedes } from '../../cypher/supersedes/index.ts';
import { versionChainOf, writeChain } from '../../src/import/supersedes.ts';
import type { StandardRecord } from '../../src/model/records.ts';
import { relationId } from '../../src/model/records.ts';
import { inOneTransaction } from '../../src/store/transaction.ts';
import { writeImport } from '../../src/store/write.ts';
import { testAddress } from '../setup/graph.ts';
import { testGraph } from '../setup/test-graph.ts';

const known = (...versions: string[]): KnownVersion[] =>
  versions.map((version) => ({ id: `Standard:kite/${version}`, version }));
const pairs = (versions: readonly KnownVersion[]) =>
  versionChainOf(versions, 'Source:x').map(({ from, to }) => [from, to].map((id) => id.replace('Standard:kite/', '')));

describe('the chain', () => {
  test('sorts versions by number rather than by text, in any order', () => {
    const expected = [
      ['3.1.1', '2.0.0'],
      ['9.0.0', '3.1.1'],
      ['10.0.0', '9.0.0'],
    ];
    expect(pairs(known('10.0.0', '3.1.1', '9.0.0', '2.0.0'))).toEqual(expected);
    expect(pairs(known('2.0.0', '9.0.0', '3.1.1', '10.0.0'))).toEqual(expected);
  });

  test('accepts shortened numbers, and an erratum between two versions', () => {
    expect(pairs(known('v4', 'v3', 'v3.1'))).toEqual([
      ['v3.1', 'v3'],
      ['v4', 'v3.1'],
    ]);
  });

  test('places a ballot before its release', () => {
    expect(pairs(known('7.0.0', '7.0.0-ballot', '6.1.0'))).toEqual([
      ['7.0.0-ballot', '6.1.0'],
      ['7.0.0', '7.0.0-ballot'],
    ]);
  });

  test('leaves out versions that are not numbers, and treats two names of a number as one', () => {
    expect(pairs(known('current', '2.0.0', 'v1'))).toEqual([['2.0.0', 'v1']]);
    expect(pairs(known('2', '2.0.0', '1.0.0'))).toEqual([['2', '1.0.0']]);
    expect(pairs(known('2.0.0'))).toEqual([]);
  });
});

describe('in a graph', () => {
  const { driver, empty } = testGraph();
  const { uri, user, password, database } = testAddress();
  beforeEach(empty);

  const standard = (key: string, level: StandardRecord['level'], version?: string): StandardRecord => ({
    id: `Standard:${key}`,
    kind: 'STANDARD',
    key,
    label: key,
    name: key,
    level,
    ...(version !== undefined && { version }),
  });
  const put = (version: string) =>
    writeImport(driver(), database, {
      origin: `kites:${version}`,
      records: {
        entities: [standard('kite', 'STANDARD'), standard(`kite/${version}`, 'VERSION', version)],
        relations: [
          {
            id: relationId('PART_OF', `Standard:kite/${version}`, 'Standard:kite'),
            type: 'PART_OF',
            from: `Standard:kite/${version}`,
            to: 'Standard:kite',
            evidence: [{ rule: 'PARSED', sourceId: 'Source:kites' }],
          },
        ],
        sources: [{ id: 'Source:kites', name: 'Kites' }],
      },
    });
  const chain = () =>
    inOneTransaction(driver(), database, { what: 'test' }, (tx) => writeChain(tx, 'kite', 'kites:chain'));
  const stored = async () => {
    const { records } = await driver().executeQuery(
      'MATCH (a)-[edge:SUPERSEDES]->(b) RETURN a.version + " > " + b.version AS pair ORDER BY pair',
    );
    return records.map((record) => record.get('pair'));
  };

  test('derives the chain again when a version comes between, with the same result in any order', async () => {
    await put('1.0.0');
    await chain();
    await put('3.0.0');
    await chain();
    expect(await stored()).toEqual(['3.0.0 > 1.0.0']);
    await put('2.0.0');
    const { changed, dataVersion } = await chain();
    expect(changed).toBe(true);
    expect(await stored()).toEqual(['2.0.0 > 1.0.0', '3.0.0 > 2.0.0']);
    expect((await chain()).changed).toBe(false);

    await empty();
    for (const version of ['2.0.0', '3.0.0', '1.0.0']) await put(version);
    expect((await chain()).dataVersion).toBe(dataVersion);
    expect(await stored()).toEqual(['2.0.0 > 1.0.0', '3.0.0 > 2.0.0']);
  });

  test('uses an index, without notifications from Neo4j', async () => {
    await put('1.0.0');
    const noticing = neo4j.driver(uri, neo4j.auth.basic(user, password));
    const session = noticing.session(database === undefined ? {} : { database });
    const { summary } = await session.run(`EXPLAIN ${supersedes.knownVersions.text}`, { given: { standard: 'kite' } });
    await noticing.close();
    expect(summary.gqlStatusObjects.filter(({ isNotification }) => isNotification)).toEqual([]);
  });
});
