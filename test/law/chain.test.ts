/** Where definitions lead: what an import stores of it, and the steps of a chain on a day. */
import { describe, expect, test } from 'vitest';
import { joinLead, type StepCandidate, stepsOf } from '../../src/law/chain.ts';
import { type Referring, reachedBy } from '../../src/law/leads.ts';

const defined = (id: string, citation: string, more: Partial<Referring> = {}): Referring => ({
  ...{ id, citation, term: id, names: [id], official: true, refersTo: [], refersAs: [], refersRoles: [] },
  ...more,
});
const refers = (to: string, as = '', role: 'DEFERS' | 'BORROWS' | 'EXCLUDES' = 'DEFERS') => ({
  ...{ refersTo: [to], refersAs: [as], refersRoles: [role] },
});

describe('what a reference may mean', () => {
  const there = [
    defined('health information', '45 CFR 160.103(Health information)'),
    defined('protected health information', '45 CFR 160.103(Protected health information)'),
    defined('treatment', '45 CFR 164.501(Treatment)'),
    defined('payment', '45 CFR 164.501(Payment)'),
    defined('elsewhere', '45 CFR 160.1030', { names: ['protected health information'] }),
  ];
  const lead = (one: Referring) => reachedBy([one, ...there]).get(one.id)?.leads[0];

  test('is the longest name that ends the words, then shorter ones', () => {
    expect(lead(defined('x', '1 CFR 1.1', refers('45 CFR 160.103', 'electronic protected health information')))).toBe(
      joinLead({ best: ['protected health information', 'health information'], together: [] }),
    );
  });
  test('is every name among the words when none ends them', () => {
    expect(lead(defined('x', '1 CFR 1.1', refers('45 CFR Part 164', 'treatment payment or operations')))).toBe(
      joinLead({ best: [], together: ['payment', 'treatment'] }),
    );
  });
  test('is the definition of the same term when the text has no words of its own, official words first', () => {
    const same = (id: string, official: boolean) => defined(id, '42 CFR 2.11', { term: 'qso', official });
    const one = defined('x', '1 CFR 1.1', { term: 'qso', ...refers('42 CFR 2.11') });
    const all = [one, same('a ours', false), same('b law', true), defined('other', '42 CFR 2.11')];
    expect(reachedBy(all).get('x')?.leads).toEqual([joinLead({ best: ['b law', 'a ours'], together: [] })]);
  });
  test('is nothing when the provision defines nothing of that name', () => {
    expect(lead(defined('x', '1 CFR 1.1', refers('45 CFR 164.501', 'research')))).toBe(
      joinLead({ best: [], together: [] }),
    );
  });
});

test('a closure has everything that a chain reaches, itself only in a circle, and nothing beyond what is excluded', () => {
  const reached = reachedBy([
    defined('a', '1 CFR 1.1', refers('1 CFR 1.2', 'b')),
    defined('b', '1 CFR 1.2', refers('1 CFR 1.3', 'c', 'EXCLUDES')),
    defined('c', '1 CFR 1.3', refers('1 CFR 1.4', 'd')),
    defined('d', '1 CFR 1.4', refers('1 CFR 1.3', 'c')),
  ]);
  expect(reached.get('a')?.closure).toEqual(['b', 'c']);
  expect(reached.get('c')?.closure).toEqual(['d', 'c']);
});

describe('the steps of a chain', () => {
  const step = (from: string, to: string | null, more: Partial<StepCandidate> = {}): StepCandidate => ({
    ...{ start: 'a', from, nth: 0, to, role: 'DEFERS' },
    leads: joinLead({ best: to === null ? [] : [to], together: [] }),
    ...more,
  });
  const told = (candidates: StepCandidate[]) => stepsOf(candidates).map(({ from, to }) => `${from}→${to}`);

  test('are those of the start, then those of what they lead to, in the order of the text', () => {
    const candidates = [step('c', 'd'), step('b', 'e'), step('a', 'b', { nth: 1 }), step('a', 'c'), step('x', 'y')];
    expect(told(candidates)).toEqual(['a→c', 'a→b', 'c→d', 'b→e']);
  });
  test('go to the best that is in force, and to others only when none of the best is', () => {
    const leads = joinLead({ best: ['long', 'short'], together: ['p', 'q'] });
    const now = (...inForce: string[]) => told(inForce.map((to) => step('a', to, { leads })));
    expect(now('p', 'short', 'long')).toEqual(['a→long']);
    expect(now('p', 'short')).toEqual(['a→short']);
    expect(now('q', 'p')).toEqual(['a→p', 'a→q']);
  });
  test('end at a reference that finds nothing, at what is excluded, and where a circle closes', () => {
    expect(told([step('a', null)])).toEqual(['a→null']);
    expect(told([step('a', 'b', { role: 'EXCLUDES' }), step('b', 'c')])).toEqual(['a→b']);
    expect(told([step('a', 'b'), step('b', 'a')])).toEqual(['a→b', 'b→a']);
  });
  test('is an empty list for a definition without references', () => expect(stepsOf([])).toEqual([]));
});
