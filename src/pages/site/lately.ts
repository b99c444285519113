/** The latest changes of the law, for the home page. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { shiftedDay, today } from '../../model/day.ts';
import type { Ask } from '../ask.ts';

const LATELY = document(`
query Lately($from: Date!, $to: Date!, $kinds: [ChangeKind!], $last: Int!) {
  changes(from: $from, to: $to, kinds: $kinds, last: $last) {
    edges {
      node {
        on basis
        regulation { id citation }
        amendments { rule { id name } }
      }
    }
  }
}`);

type Change = NonNullable<ResultOf<typeof LATELY>['changes']>['edges'][number]['node'];
type Provision = NonNullable<Change['regulation']>;
type Rule = NonNullable<Change['amendments'][number]['rule']>;

/** Sections that changed on one day by the same rules. */
export interface LatelyChanged {
  readonly on: string;
  readonly basis: Change['basis'];
  readonly rules: readonly Rule[];
  readonly provisions: readonly Provision[];
}

/** The period in which a change is late, in days. */
const PERIOD = 730;
/** The newest changes that are read. A rule often changes many sections on one day. */
const READ = 60;

/** The latest changes of sections, newest first. Each entry contains the changes that one rule made on one day. */
export const changedLately = async (ask: Ask): Promise<readonly LatelyChanged[]> => {
  const to = today();
  const given = { from: shiftedDay(to, -PERIOD), to, kinds: ['ADDED', 'REMOVED', 'TEXT'] as const, last: READ };
  const { changes } = (await ask(LATELY, { ...given, kinds: [...given.kinds] })).data;
  const groups = new Map<string, LatelyChanged & { readonly provisions: Provision[] }>();
  for (const { node } of [...(changes?.edges ?? [])].reverse()) {
    const { on, basis, regulation, amendments } = node;
    if (on === null || regulation === null) continue;
    const rules = [...new Map(amendments.flatMap(({ rule }) => (rule ? [[rule.id, rule] as const] : []))).values()];
    const key = JSON.stringify([on, basis, ...rules.map(({ id }) => id).sort()]);
    const group = groups.get(key) ?? { on, basis, rules, provisions: [] };
    if (!group.provisions.some(({ id }) => id === regulation.id)) group.provisions.unshift(regulation);
    groups.set(key, group);
  }
  return [...groups.values()];
};
