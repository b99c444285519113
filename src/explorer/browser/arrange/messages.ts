/** What the page sends to the worker: nodes by index, positions to begin with, and which are held. */
export interface Arranging {
  ids: string[];
  x: number[];
  y: number[];
  /** 1 for what stays where it is. */
  fixed: number[];
  sources: number[];
  targets: number[];
}

/** What comes back, in the same order. */
export interface Arrangement {
  x: number[];
  y: number[];
}
