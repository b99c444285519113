/** Traversals in plain code over a small graph in memory: what the Cypher is held against. */
import { today } from '../../src/model/day.ts';
import { LABEL_OF } from '../../src/model/kinds.ts';
import type { MemoryGraph, MemoryNode, MemoryRelation } from '../plan/memory-graph.ts';

export interface NeighborhoodQuestion {
  of: string[];
  depth: number;
  types: string[] | null;
  kinds: string[] | null;
  direction: 'OUT' | 'IN' | 'BOTH';
  limit: number;
  perHopLimit: number | null;
  asOf: string | null;
}
export interface PathQuestion {
  from: string;
  to: string;
  maxLength: number;
  limit: number;
  types: string[] | null;
  asOf: string | null;
}

const order = (a: (string | number)[], b: (string | number)[]): number => {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [x, y] = [a[i], b[i]];
    if (x === y) continue;
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    return x < y ? -1 : 1;
  }
  return 0;
};

export function brute({ nodes, relations }: MemoryGraph) {
  const degree = (node: MemoryNode) => relations.filter((e) => e.from === node || e.to === node).length;
  const best = (list: MemoryNode[]) =>
    [...list].sort((a, b) => order([-degree(a), a.label, a.id], [-degree(b), b.label, b.id]));
  const allowed = (e: MemoryRelation, types: string[] | null, asOf: string | null) =>
    (types === null || types.includes(e.type)) &&
    (e.validFrom ?? '') <= (asOf ?? today()) &&
    (asOf ?? today()) < (e.validTo ?? '9999');
  /** Below a date, ids end with the date. */
  const dated = (id: string, asOf: string | null) => (asOf === null ? id : `${id}@${asOf}`);

  const subgraph = (
    members: { node: MemoryNode; distance: number }[],
    types: string[] | null,
    asOf: string | null,
    omitted: number,
    reasons: string[],
  ) => {
    const inside = new Set(members.map(({ node }) => node));
    const edges = relations
      .filter((e) => inside.has(e.from) && inside.has(e.to) && allowed(e, types, asOf))
      .sort((a, b) => order([a.from.id, a.type, a.to.id, a.id], [b.from.id, b.type, b.to.id, b.id]));
    return {
      nodes: members.map(({ node, distance }) => ({ key: dated(node.id, asOf), distance, degree: degree(node) })),
      edges: edges.map(({ id, from, to, type }) => {
        const [key = '', source = '', target = ''] = [id, from.id, to.id].map((one) => dated(one, asOf));
        return { key, source, target, type };
      }),
      completeness: { exact: omitted === 0, reasons, omittedNodes: omitted },
    };
  };

  return {
    neighborhood({ of, depth, types, kinds, direction, limit, perHopLimit, asOf }: NeighborhoodQuestion) {
      const origins = best(nodes.filter((node) => of.includes(node.id)));
      const members = origins.slice(0, limit).map((node) => ({ node, distance: 0 }));
      const seen = new Set(origins);
      const reasons = new Set<string>(origins.length > limit ? ['LIMIT'] : []);
      let omitted = origins.length - members.length;
      let frontier = members.map(({ node }) => node);
      for (let distance = 1; distance <= depth; distance += 1) {
        const room = limit - members.length;
        if (room === 0 && omitted > 0) break;
        const steps = relations
          .filter((e) => allowed(e, types, asOf))
          .flatMap((e) => [
            ...(direction === 'IN' ? [] : [{ a: e.from, b: e.to }]),
            ...(direction === 'OUT' ? [] : [{ a: e.to, b: e.from }]),
          ]);
        const reached = best(
          [...new Set(steps.filter(({ a }) => frontier.includes(a)).map(({ b }) => b))].filter(
            (node) => !seen.has(node) && (kinds === null || kinds.includes(node.kind)),
          ),
        );
        const cap = Math.min(room, perHopLimit ?? room);
        frontier = reached.slice(0, cap);
        for (const node of frontier) members.push({ node, distance });
        for (const node of reached) seen.add(node);
        omitted += reached.length - frontier.length;
        if (reached.length > cap) reasons.add(cap === room ? 'LIMIT' : 'PER_HOP_LIMIT');
      }
      return subgraph(
        members,
        types,
        asOf,
        omitted,
        ['LIMIT', 'PER_HOP_LIMIT'].filter((reason) => reasons.has(reason)),
      );
    },

    graph({
      kinds,
      types,
      limit,
      asOf,
    }: {
      kinds: string[] | null;
      types: string[] | null;
      limit: number;
      asOf: string | null;
    }) {
      const all = best(nodes.filter((node) => kinds === null || kinds.includes(node.kind)));
      const omitted = Math.max(0, all.length - limit);
      return subgraph(
        all.slice(0, limit).map((node) => ({ node, distance: 0 })),
        types,
        asOf,
        omitted,
        omitted > 0 ? ['LIMIT'] : [],
      );
    },

    paths({ from, to, maxLength, limit, types, asOf }: PathQuestion) {
      const found: { nodes: MemoryNode[]; hops: MemoryRelation[] }[] = [];
      const walk = (along: MemoryNode[], hops: MemoryRelation[]) => {
        const last = along.at(-1);
        if (last?.id === to) return void found.push({ nodes: along, hops });
        if (hops.length === maxLength) return;
        for (const e of relations.filter(
          (one) => allowed(one, types, asOf) && (one.from === last || one.to === last),
        )) {
          const next = e.from === last ? e.to : e.from;
          if (!along.includes(next)) walk([...along, next], [...hops, e]);
        }
      };
      const start = nodes.find(({ id }) => id === from);
      if (start && nodes.some(({ id }) => id === to)) walk([start], []);
      const key = ({ nodes: along, hops }: (typeof found)[number]) => [
        hops.length,
        ...along.map((n) => n.label),
        ...along.map((n) => n.id),
        ...hops.map((e) => e.id),
      ];
      found.sort((a, b) => order(key(a), key(b)));
      const kept = found.slice(0, limit);
      const passed = new Set(kept.flatMap((way) => way.nodes));
      const missing = new Set(
        found
          .slice(limit)
          .flatMap((way) => way.nodes)
          .filter((node) => !passed.has(node)),
      );
      return {
        paths: kept.map((way) => ({
          length: way.hops.length,
          nodes: way.nodes.map(({ id, kind }) => ({ id: dated(id, asOf), __typename: LABEL_OF[kind] })),
          hops: way.hops.map(({ id }) => ({ key: dated(id, asOf) })),
        })),
        completeness: { exact: found.length <= limit, reasons: found.length > limit ? ['LIMIT'] : [] },
        atMostMissing: missing.size,
      };
    },
  };
}
