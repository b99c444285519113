/** Relevance in plain code over a small graph in memory, as docs/relevance.md describes it: what the Cypher is held against. */
import { today } from '../../src/model/day.ts';
import type { MemoryGraph, MemoryNode, MemoryRelation } from '../plan/memory-graph.ts';
import type { NeighborhoodQuestion } from './brute.ts';

const STRENGTH: Readonly<Record<string, number>> = {
  ...{ DEFINES: 0.9, EXCEPTION_TO: 0.9, ABOUT: 0.9, ADOPTS: 0.85, CONTRASTS_WITH: 0.8, BROADER: 0.75 },
  ...{ IMPLEMENTS: 0.7, MAPS_TO: 0.7, PART_OF: 0.6, SUPERSEDES: 0.6, AUTHORIZED_BY: 0.6, PUBLISHED_BY: 0.35 },
  ALIAS_OF: 0.02,
};
const STRUCTURE = new Set(['PART_OF', 'ABOUT', 'ADOPTS', 'DEFINES', 'EXCEPTION_TO', 'IMPLEMENTS', 'AUTHORIZED_BY']);
const STATED = new Set([
  ...['RELATED_TO', 'CONTRASTS_WITH', 'BROADER', 'ABOUT', 'DEFINES', 'EXCEPTION_TO', 'ADOPTS', 'IMPLEMENTS'],
  ...['AUTHORIZED_BY', 'SUPERSEDES'],
]);

/** A node with its relevance. */
export interface RelevantNode {
  node: MemoryNode;
  distance: number;
  relevance: number;
}

export function bruteRelevance({ nodes, relations }: MemoryGraph) {
  const touching = (node: MemoryNode) => relations.filter((e) => e.from === node || e.to === node);
  const strength = ({ type, from, weight, evidence }: MemoryRelation): number => {
    if (type === 'RELATED_TO') return 0.9 * (weight ?? 1);
    if (type === 'MENTIONS') {
      if (evidence[0]?.rule !== 'AUTHORED') return 0.05 + 0.2 * (1 - 1 / evidence.length);
      return from.kind === 'REGULATION' ? 0.6 : 0.4;
    }
    return STRENGTH[type] ?? 0.3;
  };
  const specific = (node: MemoryNode): number =>
    (node.level === 'PARAGRAPH' ? 0.7 : 1) / (1 + 0.1 * Math.log10(1 + touching(node).length / 25));
  /** What is left for each of the parts of a node, and for each provision that cites it. */
  const shared = (e: MemoryRelation, at: MemoryNode): number => {
    if (e.to !== at || (e.type !== 'PART_OF' && e.type !== 'CITES')) return 1;
    const count = relations.filter(({ type, to }) => type === e.type && to === at).length;
    return 1 / (1 + Math.log10(1 + count / 10));
  };
  const rounded = (n: number) => Math.round(n * 1e6) / 1e6;
  const sorted = (list: RelevantNode[]) =>
    list.sort(
      (a, b) => b.relevance - a.relevance || compare(a.node.label, b.node.label) || compare(a.node.id, b.node.id),
    );
  const inForce = (e: MemoryRelation, asOf: string | null) =>
    (e.validFrom ?? '') <= (asOf ?? today()) && (asOf ?? today()) < (e.validTo ?? '9999');

  return {
    strength,
    specific,
    /** The nodes of a neighborhood, and how many were reached at all. */
    neighborhood(question: NeighborhoodQuestion & { excludeTypes: string[] | null }) {
      const { of, depth, types, excludeTypes, kinds, direction, limit, perHopLimit, asOf } = question;
      const byDegree = (a: MemoryNode, b: MemoryNode) =>
        touching(b).length - touching(a).length || compare(a.label, b.label) || compare(a.id, b.id);
      const origins = nodes.filter((node) => of.includes(node.id)).sort(byDegree);
      const members = origins.slice(0, limit).map((node) => ({ node, distance: 0, relevance: 1 }));
      const seen = new Set(origins);
      const found: RelevantNode[] = [];
      let isCut = false;
      let frontier: RelevantNode[] = members;
      for (let distance = 1; distance <= depth; distance += 1) {
        const parts = new Map<MemoryNode, { most: number; rest: number }>();
        for (const { node, relevance } of frontier) {
          for (const e of relations) {
            if (types !== null && !types.includes(e.type)) continue;
            if (excludeTypes?.includes(e.type) || !inForce(e, asOf)) continue;
            const next =
              e.from === node && direction !== 'IN' ? e.to : e.to === node && direction !== 'OUT' ? e.from : null;
            if (next === null || seen.has(next) || (kinds !== null && !kinds.includes(next.kind))) continue;
            const onward = distance === 1 ? 1 : STRUCTURE.has(e.type) ? 0.5 : 0.15;
            const part = parts.get(next) ?? { most: 0, rest: 1 };
            parts.set(next, {
              most: Math.max(part.most, relevance),
              rest: part.rest * (1 - relevance * strength(e) * onward * shared(e, node)),
            });
          }
        }
        const reached = sorted(
          [...parts].map(([node, { most, rest }]) => ({
            node,
            distance,
            relevance: rounded(Math.min(0.99 * most, (1 - rest) * specific(node))),
          })),
        );
        for (const { node } of reached) seen.add(node);
        isCut ||= perHopLimit !== null && reached.length > perHopLimit;
        frontier = reached.slice(0, Math.min(limit, perHopLimit ?? limit));
        found.push(...frontier);
      }
      const room = limit - members.length;
      const isFull = origins.length > limit || found.length > room;
      return {
        members: [...members, ...sorted(found).slice(0, room)],
        reached: seen.size,
        reasons: [...(isFull ? ['LIMIT'] : []), ...(isCut ? ['PER_HOP_LIMIT'] : [])],
      };
    },
    /** The relevance of an entity in the whole graph. */
    importance(node: MemoryNode): number {
      const stated = touching(node).filter(({ type }) => STATED.has(type)).length;
      return rounded(stated / (stated + 10));
    },
    /** The relevance of a path. */
    path(along: readonly MemoryNode[], hops: readonly MemoryRelation[]): number {
      const between = along.slice(1, -1).map(specific);
      return [...hops.map(strength), ...between].reduce(
        (product, one) => product * one,
        0.6 ** Math.max(0, hops.length - 1),
      );
    },
    inForce,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
