import type { KindDescriptor } from './descriptor.ts';
import { KINDS } from './index.ts';

/**
 * CSS for the colors of kinds: one variable for each kind (`--kind-term`) in both themes, and a class that fills shapes
 * (`.fill-term`).
 */
export function kindStyles(kinds: readonly KindDescriptor[] = KINDS): string {
  const variables = (theme: keyof KindDescriptor['color']) =>
    `:root{${kinds.map(({ kind, color }) => `${colorVariable(kind)}:${color[theme]}`).join(';')}}`;
  const fills = kinds.map(({ kind }) => `.${fillClass(kind)}{fill:var(${colorVariable(kind)})}`);
  return `${variables('light')}\n@media screen and (prefers-color-scheme:dark){${variables('dark')}}\n${fills.join('\n')}\n`;
}

/** The CSS class that fills a shape with the color of a kind. */
export const fillClass = (kind: string): string => `fill-${kind.toLowerCase()}`;

/** The CSS variable for the color of a kind. */
export const colorVariable = (kind: string): string => `--kind-${kind.toLowerCase()}`;
