/** Plain resolvers for standards: a part of `naive.ts`, which gives the means of looking around. */
import { badInput } from '../../src/graph/errors.ts';
import type { EntityKind } from '../../src/model/kinds.ts';
import type { RelationType } from '../../src/model/relations.ts';
import type { MemoryNode, MemoryRelation } from './memory-graph.ts';
import type { Asked, ListPage, ListRow } from './naive.ts';

/** What looks around in the graph in memory. */
interface Around {
  nodes: readonly MemoryNode[];
  others(
    node: unknown,
    type: RelationType,
    way: 'OUT' | 'IN',
    kind?: EntityKind,
  ): { relation: MemoryRelation; other: MemoryNode }[];
  above(node: unknown): { node: MemoryNode; hops: number }[];
  sorted<T>(list: T[], ...keys: ((item: T) => unknown)[]): T[];
  linked(node: unknown, type: RelationType, way: 'OUT' | 'IN', kind: EntityKind, by: string): MemoryNode[];
  inForce(relation: MemoryRelation, day: string | null): boolean;
  page(asked: Asked, list: string, rows: ListRow[]): ListPage;
}

const COMPARED = ['name', 'min', 'max', 'types', 'mustSupport', 'binding', 'bindingStrength', 'status'];
const differing = (before: MemoryNode, after: MemoryNode) =>
  COMPARED.filter((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null));

export function standardFields({ nodes, others, above, sorted, linked, inForce, page }: Around) {
  const standards = nodes.filter(({ kind }) => kind === 'STANDARD');
  const keyed = (key: unknown) => standards.find((n) => n.key === key) ?? null;
  const ofLevel = (list: MemoryNode[], { level }: Asked) => list.filter((n) => level == null || n.level === level);
  const isIn = (node: MemoryNode, whole: MemoryNode) => above(node).some((up) => up.node === whole);
  const below = (node: MemoryNode): { node: MemoryNode; way: number[] }[] =>
    others(node, 'PART_OF', 'IN', 'STANDARD').flatMap(({ relation: { position }, other }) => [
      { node: other, way: [position] },
      ...below(other).map((down) => ({ node: down.node, way: [position, ...down.way] })),
    ]);
  const partsOf = (node: MemoryNode, own: MemoryNode | null) =>
    below(node)
      .filter(({ way }) => node !== own || way.length === 1)
      .sort((a, b) => compareWays(a.way, b.way) || (String(a.node.key) < String(b.node.key) ? -1 : 1))
      .map((down) => down.node);
  const inPlaceOf = (part: MemoryNode, from: MemoryNode, to: MemoryNode) =>
    keyed(String(to.key) + String(part.key).slice(String(from.key).length));

  const changes = (node: MemoryNode, version: unknown) => {
    const [own = null] = sorted(
      [node, ...above(node).map((up) => up.node)].filter(({ level }) => level === 'VERSION'),
      (n) => n.key,
    );
    const guides = own === null ? [] : others(own, 'PART_OF', 'OUT').filter(({ other }) => other.level === 'STANDARD');
    const versions = sorted(
      guides
        .flatMap((guide) => others(guide.other, 'PART_OF', 'IN', 'STANDARD'))
        .map(({ other }) => other)
        .filter(({ level }) => level === 'VERSION'),
      (n) => n.key,
    );
    const other = versions.find((one) => one.version === version);
    if (own === null || other === undefined) throw badInput('version: one that is known');
    const from = inPlaceOf(node, own, other);
    const inside = (whole: MemoryNode) =>
      new Set(
        below(whole).map(({ node: part }) =>
          JSON.stringify([
            String(part.key).slice(String(whole.key).length),
            ...COMPARED.map((name) => part[name] ?? null),
          ]),
        ),
      );
    const changesInside = (before: MemoryNode, after: MemoryNode) =>
      JSON.stringify([...inside(before)].sort()) !== JSON.stringify([...inside(after)].sort());
    const pairs = partsOf(node, own).map((after) => {
      const twin = from && inPlaceOf(after, node, from);
      const before = twin && from && isIn(twin, from) ? twin : null;
      const fields = before === null ? [] : differing(before, after);
      const parts = before !== null && node === own && changesInside(before, after) ? ['parts'] : [];
      return { before, after, fields: [...fields, ...parts] };
    });
    const hasContent = (one: MemoryNode) => others(one, 'PART_OF', 'IN', 'STANDARD').length > 0; // no data classes here
    return {
      from,
      fields: from === null ? [] : differing(from, node),
      imported: hasContent(own) && hasContent(other),
      added: pairs.filter(({ before }) => before === null).map(({ after }) => after),
      changed: pairs.filter(({ before, fields }) => before !== null && fields.length > 0),
      removed:
        from === null
          ? []
          : partsOf(from, other).filter((part) => {
              const twin = inPlaceOf(part, from, node);
              return twin === null || !isIn(twin, node);
            }),
    };
  };

  const usersOf = (node: MemoryNode, hops = 6): MemoryNode[] => [
    node,
    ...(hops === 0 ? [] : (['IMPLEMENTS', 'MAPS_TO'] as const))
      .flatMap((type) => others(node, type, 'IN', 'STANDARD'))
      .filter(({ other }) => other.differs !== false || other.mustSupport === true)
      .flatMap(({ other }) => usersOf(other, hops - 1)),
  ];

  return {
    'Query.standard': (_: never, { key }: Asked) => keyed(key),
    'Query.standards': (_: never, asked: Asked) =>
      page(
        asked,
        asked.level == null ? 'standard/all' : 'standard/of-level',
        ofLevel(standards, asked).map((n) => ({ node: n, key: [String(n.key), n.id] })),
      ),
    'Standard.ancestors': (node: MemoryNode) =>
      sorted(
        above(node),
        ({ hops }) => -hops,
        ({ node: up }) => up.id,
      ).map((up) => up.node),
    'Standard.children': (node: MemoryNode, asked: Asked) =>
      page(
        asked,
        'standard/children',
        others(node, 'PART_OF', 'IN', 'STANDARD')
          .filter(({ other }) => asked.level == null || other.level === asked.level)
          .map(({ relation, other }) => ({
            node: other,
            key: [relation.position, String(other.key), other.id, relation.id],
          })),
      ),
    'Standard.unmapped': ({ unmapped }: MemoryNode) => unmapped ?? [],
    'Standard.binding': (node: MemoryNode) =>
      node.binding === null && node.bindingStrength === null
        ? null
        : { valueSet: node.binding, strength: node.bindingStrength, element: node },
    'Binding.valueSetNode': ({ valueSet, element }: { valueSet: string | null; element: MemoryNode }) => {
      const [url, pinned] = (valueSet ?? '').split('|');
      const all = standards.filter(({ level, canonical }) => level === 'VALUE_SET' && canonical === url);
      const homes = above(element).filter(({ node: { level } }) => level === 'VERSION');
      const distance = (set: MemoryNode) => {
        const holders = others(set, 'PART_OF', 'OUT').map(({ other }) => other);
        const bases = homes.flatMap((home) => others(home.node, 'IMPLEMENTS', 'OUT')).map(({ other }) => other);
        if (homes.some((home) => holders.includes(home.node))) return 0;
        return bases.some((base) => holders.includes(base)) ? 1 : 2;
      };
      const found = all
        .filter(({ version }) => pinned === undefined || version === pinned)
        .filter((set) => distance(set) < 2 || all.length === 1);
      return sorted(found, distance, (n) => n.key)[0] ?? null;
    },
    ...Object.fromEntries(
      (
        [
          ['mapsTo', 'MAPS_TO', 'OUT'],
          ['mappedFrom', 'MAPS_TO', 'IN'],
          ['implements', 'IMPLEMENTS', 'OUT'],
          ['implementedBy', 'IMPLEMENTS', 'IN'],
        ] as const
      ).map(([field, type, way]) => [
        `Standard.${field}`,
        (node: MemoryNode, asked: Asked) => ofLevel(linked(node, type, way, 'STANDARD', 'key'), asked),
      ]),
    ),
    'Standard.supersedes': (node: MemoryNode) => linked(node, 'SUPERSEDES', 'OUT', 'STANDARD', 'key')[0] ?? null,
    'Standard.supersededBy': (node: MemoryNode) => linked(node, 'SUPERSEDES', 'IN', 'STANDARD', 'key')[0] ?? null,
    'Standard.changesFrom': (node: MemoryNode, { version }: Asked) => changes(node, version),
    'Standard.adoptions': (node: MemoryNode, { asOf }: Asked) =>
      sorted(
        others(node, 'ADOPTS', 'IN')
          .map(({ relation }) => relation)
          .filter((e) => inForce(e, asOf)),
        (e) => e.from.sortKey,
        (e) => e.id,
      ),
    'Standard.requiredBy': (node: MemoryNode, { asOf }: Asked) => {
      const found = usersOf(node).flatMap((user) =>
        [user, ...above(user).map((up) => up.node)]
          .filter((whole) => whole === user || whole.level !== 'STANDARD')
          .flatMap((whole) => others(whole, 'ADOPTS', 'IN')),
      );
      const adoptions = new Set(found.map(({ relation }) => relation).filter((e) => inForce(e, asOf)));
      return sorted(
        [...adoptions],
        (e) => e.from.sortKey,
        (e) => e.to.key,
        (e) => e.id,
      );
    },
    'Standard.terms': (node: MemoryNode) => linked(node, 'ABOUT', 'IN', 'TERM', 'name'),
  };
}

function compareWays(a: readonly number[], b: readonly number[]): number {
  for (const [i, step] of a.entries()) {
    const other = b[i];
    if (other === undefined) return 1;
    if (step !== other) return step - other;
  }
  return a.length - b.length;
}
