/** A position, in the picture's own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
