/** What the server answers, as far as the picture needs it. */
import type { EntityKind } from '../../../model/kinds.ts';
import type { RelationType } from '../../../model/relations.ts';

export interface AnswerNode {
  /** The id of the entity. */
  readonly key: string;
  readonly kind: EntityKind;
  readonly label: string;
  /** Relations in the whole graph. */
  readonly degree: number;
  /** Hops from the nearest origin. */
  readonly distance: number;
  readonly x: number | null;
  readonly y: number | null;
}

export interface AnswerEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly type: RelationType;
}

/** Whether the answer holds all that was asked for. */
export interface Completeness {
  readonly exact: boolean;
  readonly reasons: readonly ('LIMIT' | 'PER_HOP_LIMIT' | 'DEPTH' | 'TIMEOUT')[];
  readonly omittedNodes: number;
}

/** A way from one entity to another. */
export interface AnswerPath {
  readonly nodes: readonly string[];
  readonly edges: readonly AnswerEdge[];
}

export interface Answer {
  readonly nodes: readonly AnswerNode[];
  readonly edges: readonly AnswerEdge[];
  readonly completeness: Completeness;
  /** Of a question for paths. */
  readonly paths?: readonly AnswerPath[];
}
