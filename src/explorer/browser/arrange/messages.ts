/** The page's message to the worker: edges by node index, start positions, and which nodes are pinned. */
export interface Arranging {
  ids: string[];
  x: number[];
  y: number[];
  /** 1 for a node that does not move. */
  fixed: number[];
  sources: number[];
  targets: number[];
}

/** The worker's answer, in the same order. */
export interface Arrangement {
  x: number[];
  y: number[];
}
