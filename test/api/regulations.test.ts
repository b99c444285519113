/** Lists of provisions: in the order of the law, inside one of them, of one level, and on a day. */
import { describe, expect, test } from 'vitest';
import { ask, refusalOf } from '../setup/ask.ts';
import { TWO_EDITIONS } from '../setup/fixtures.ts';
import { sharedGraph } from '../setup/test-graph.ts';

const { graph } = sharedGraph(TWO_EDITIONS);

interface Listed {
  totalCount: number;
  edges: { node: { citation: string } }[];
}
const listed = async (args: string): Promise<Listed> =>
  (await ask(graph(), `{ regulations(first: 100${args}) { totalCount edges { node { citation } } } }`)).regulations;
const citations = async (args: string) => (await listed(args)).edges.map(({ node }) => node.citation);

describe('provisions are listed', () => {
  test('in the order of the law, those that exist now', async () => {
    const now = await citations('');
    expect(now.slice(0, 3)).toEqual(['99 CFR', '99 CFR Part 7', '99 CFR Part 7 Subpart A']);
    expect(now).toContain('99 CFR 7.2(a)');
    expect(new Set(now).size).toBe(now.length);
    expect((await listed('')).totalCount).toBe(now.length);
  });
  test('inside a provision, without itself and without its neighbors', async () => {
    expect(await citations(', within: "99 CFR 7.2"')).toEqual(['99 CFR 7.2(a)', '99 CFR 7.2(b)']);
    expect(await citations(', within: "99 CFR Part 7", level: SECTION')).toEqual(await citations(', level: SECTION'));
    expect(await citations(', within: "99 CFR 7.999"')).toEqual([]);
  });
  test('as they were on a day', async () => {
    const [then, now] = [await citations(', asOf: "2021-01-01"'), await citations('')];
    expect(then.filter((citation) => !now.includes(citation))).toEqual(['99 CFR 7.2(a)(1)', '99 CFR 7.2(a)(2)']);
    expect(await citations(', within: "99 CFR 7.2(a)"')).toEqual([]);
    expect(await citations(', within: "99 CFR 7.2(a)", asOf: "2021-01-01"')).toHaveLength(2);
  });
});

test('what is not a citation is refused', async () => {
  expect(await refusalOf(graph(), '{ regulations(within: "nowhere") { totalCount } }')).toEqual({
    code: 'BAD_USER_INPUT',
    message: expect.stringMatching(/^within: /),
  });
});
