/** The message from the page to the worker: edges by node index, initial positions, and which nodes are pinned. */
export interface Arranging {
  ids: string[];
  x: number[];
  y: number[];
  /** 1 for each node that must not move. */
  fixed: number[];
  sources: number[];
  targets: number[];
}

/** The worker's response, in the same order. */
export interface Arrangement {
  x: number[];
  y: number[];
}
