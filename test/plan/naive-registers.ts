/** The plainest answers to questions about rules, statutes and organizations. */

import { statuteCitation } from '../../src/arguments/checks.ts';
import { ruleAddress } from '../../src/arguments/rule-address.ts';
import { badInput } from '../../src/graph/errors.ts';
import type { EntityKind } from '../../src/model/kinds.ts';
import type { MemoryNode } from './memory-graph.ts';

interface KeyedNode {
  node: MemoryNode;
  key: [string, string];
}

/** The resolvers, over nodes; `page` makes a page of keyed nodes, `others` follows relations. */
export function registerFields<Page, Asked extends Record<string, unknown>>(
  nodes: readonly MemoryNode[],
  page: (asked: Asked, list: string, rows: KeyedNode[]) => Page,
  others: (node: unknown, type: 'FINALIZES' | 'CORRECTS', way: 'OUT' | 'IN') => { other: MemoryNode }[],
) {
  const keyed = (kind: EntityKind, by: string): KeyedNode[] =>
    nodes.filter((n) => n.kind === kind).map((node) => ({ node, key: [String(node[by] ?? ''), node.id] }));
  const rulesAt = (written: string): MemoryNode[] => {
    const { citation, volume, page: asked, documentNumber } = ruleAddress(written);
    const rules = nodes.filter(({ kind }) => kind === 'RULE');
    if (documentNumber !== null) return rules.filter((rule) => rule.documentNumber === documentNumber);
    const first = rules.filter((rule) => rule.citation === citation);
    if (first.length > 0) return first;
    return rules.filter(({ citation: own, lastPage }) => {
      const [ownVolume, ownPage] = String(own ?? '').split(' FR ');
      return `${ownVolume} FR ` === volume && Number(ownPage) < asked && asked <= Number(lastPage ?? -1);
    });
  };
  const rulesOf = (type: 'FINALIZES' | 'CORRECTS', way: 'OUT' | 'IN') => (node: MemoryNode) =>
    others(node, type, way)
      .map(({ other }) => other)
      .sort((a, b) => (`${a.publishedOn ?? ''} ${a.id}` < `${b.publishedOn ?? ''} ${b.id}` ? -1 : 1));
  return {
    'Query.rule': (_: never, { citation }: Asked) => {
      const [found = null, ...more] = rulesAt(String(citation));
      if (more.length > 0) throw badInput('citation: several documents');
      return found;
    },
    'Query.rules': (_: never, asked: Asked) =>
      page(
        asked,
        'rule/all',
        keyed('RULE', 'publishedOn').filter(({ node }) => asked.stage == null || node.stage === asked.stage),
      ),
    'Query.statute': (_: never, { citation }: Asked) => {
      const wanted = statuteCitation(String(citation));
      return nodes.find((n) => n.kind === 'STATUTE' && n.citation === wanted) ?? null;
    },
    'Query.statutes': (_: never, asked: Asked) => page(asked, 'statute/all', keyed('STATUTE', 'name')),
    'Query.organization': (_: never, { slug }: Asked) => nodes.find((n) => n.id === `Organization:${slug}`) ?? null,
    'Query.organizations': (_: never, asked: Asked) => page(asked, 'organization/all', keyed('ORGANIZATION', 'name')),
    'Rule.finalizes': rulesOf('FINALIZES', 'OUT'),
    'Rule.finalizedBy': rulesOf('FINALIZES', 'IN'),
    'Rule.corrects': rulesOf('CORRECTS', 'OUT'),
    'Rule.correctedBy': rulesOf('CORRECTS', 'IN'),
  };
}
