/** A colour between two, both as `#rrggbb`: 0 is the first. */
export function mix(first: string, second: string, share: number): string {
  const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const others = parts(second);
  const mixed = parts(first).map((value, i) => Math.round(value + ((others[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
