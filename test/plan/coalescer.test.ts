/** Requests that ask at the same time share statements, and no request notices the others. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ReadBounds } from '../../src/graph/connect.ts';
import { Coalescer } from '../../src/plan/coalescer.ts';
import { testGraph } from '../setup/test-graph.ts';
import { rounds } from '../setup/thorough.ts';

const { graph } = testGraph();
let sent: number;

/** A coalescer for a graph that counts what is sent to it. */
function counted(): Coalescer {
  sent = 0;
  return new Coalescer({
    read(text, params, bounds, onRow) {
      sent += 1;
      return graph().read(text, params, bounds, onRow);
    },
    isAlive: () => graph().isAlive(),
  });
}

/** Counts to a number, so that a large number takes long. Fails for a negative number. */
const COUNTING = `UNWIND $given.keys AS key
  CALL (key) { UNWIND range(1, key.upTo) AS x RETURN count(CASE WHEN x % 7 <> 8 THEN x END) AS counted }
  RETURN key.i AS i, CASE WHEN key.upTo < 0 THEN 1 / 0 ELSE counted END AS value`;
/** Takes minutes. */
const LONG = 4_000_000_000;
const planOf = (text: string, params = {}) => ({ text, params, group: text + JSON.stringify(params) });

const count = (coalescer: Coalescer, upTo: number, bounds: ReadBounds = {}) =>
  coalescer.read(planOf(COUNTING), [{ upTo }], { deadline: Date.now() + 60_000, ...bounds }).then(([value]) => value);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error) => error.extensions?.code ?? error.code,
  );

beforeAll(async () => {
  await count(counted(), 1);
});

test('a hundred requests at once need far fewer statements, and each gets its own answer', async () => {
  const coalescer = counted();
  const asked = Array.from({ length: 100 }, (_, i) => i);
  expect(await Promise.all(asked.map((upTo) => count(coalescer, upTo)))).toEqual(asked);
  expect(sent).toBeLessThanOrEqual(20);
});

test('requests that do not overlap are sent at once, each in a statement of its own', async () => {
  const coalescer = counted();
  for (const upTo of [3, 1, 2]) expect(await count(coalescer, upTo)).toBe(upTo);
  expect(sent).toBe(3);
});

test('plans with other parameters never share a statement', async () => {
  const coalescer = counted();
  const text = 'UNWIND $given.keys AS key RETURN key.i AS i, [$given.caller, key.id] AS value';
  const answers = Array.from({ length: 60 }, (_, i) =>
    coalescer.read(planOf(text, { caller: `caller ${i % 3}` }), [{ id: i }], {}).then(([value]) => value),
  );
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 60 }, (_, i) => [`caller ${i % 3}`, i]));
});

test('a slow key holds no other back, not even if it is asked for again', async () => {
  const coalescer = counted();
  await Promise.all(Array.from({ length: 40 }, () => count(coalescer, 10)));
  for (const round of ['first', 'second']) {
    const gone = new AbortController();
    const slow = Array.from({ length: 4 }, (_, i) => codeOf(count(coalescer, LONG + i, { signal: gone.signal })));
    const quick = Array.from({ length: 20 }, (_, i) => count(coalescer, 1_000 + i));
    expect(await Promise.all(quick), round).toEqual(Array.from(quick, (_, i) => 1_000 + i));
    gone.abort();
    expect(await Promise.all(slow)).toEqual(Array(4).fill('TIMEOUT'));
  }
});

test('a client that leaves ends no statement of others', async () => {
  const coalescer = counted();
  const gone = new AbortController();
  const answers = Array.from({ length: 30 }, (_, i) =>
    codeOf(count(coalescer, 20_000 + i, i % 3 === 0 ? { signal: gone.signal } : {})),
  );
  gone.abort();
  expect(await Promise.all(answers)).toEqual(
    Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? 'TIMEOUT' : 'answered')),
  );
});

test('a request whose time is over does not wait for others', async () => {
  const coalescer = counted();
  const gone = new AbortController();
  const slow = [LONG, LONG + 1].map((upTo) => codeOf(count(coalescer, upTo, { signal: gone.signal })));
  const hasty = Array.from({ length: 5 }, (_, i) =>
    codeOf(count(coalescer, LONG + 9 + i, { deadline: Date.now() + 400 })),
  );
  expect(await Promise.all(hasty)).toEqual(Array(5).fill('TIMEOUT'));
  gone.abort();
  await Promise.all(slow);
});

test('a key that fails does not fail the others of its statement', async () => {
  const coalescer = counted();
  const answers = Array.from({ length: 30 }, (_, i) => codeOf(count(coalescer, i === 17 ? -1 : i)));
  expect(await Promise.all(answers)).toEqual(
    Array.from({ length: 30 }, (_, i) => (i === 17 ? 'Neo.ClientError.Statement.ArithmeticError' : 'answered')),
  );
});

test('whatever is asked at whatever time, the answers are those of separate statements', async () => {
  const coalescer = counted();
  const asked = fc.record({ keys: fc.array(fc.nat(50), { maxLength: 5 }), after: fc.nat(12) });
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { maxLength: 40 }), async (requests) => {
      const answers = requests.map(async ({ keys, after }) => {
        await new Promise((done) => setTimeout(done, after));
        return coalescer.read(
          planOf(COUNTING),
          keys.map((upTo) => ({ upTo })),
          {},
        );
      });
      expect(await Promise.all(answers)).toEqual(requests.map(({ keys }) => keys));
    }),
    { numRuns: rounds(20, 200) },
  );
});
