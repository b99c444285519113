/** Mixes two colors, both `#rrggbb`; a share of 0 is the first. */
export function mix(first: string, second: string, share: number): string {
  const parts = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const others = parts(second);
  const mixed = parts(first).map((value, i) => Math.round(value + ((others[i] ?? value) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
