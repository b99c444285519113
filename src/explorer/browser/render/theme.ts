/** The colors of the picture, as defined by the style sheet for the current theme. */
import { ENTITY_KINDS, type EntityKind } from '../../../model/kinds.ts';
import { FAMILIES, type Family } from '../../../model/relations.ts';

export interface Theme {
  readonly kinds: Readonly<Record<EntityKind, string>>;
  readonly families: Readonly<Record<Family, string>>;
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  /** The color for the names of groups and relations. */
  readonly muted: string;
}

const DARK = '(prefers-color-scheme: dark)';

/** Reads the current theme. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const each = <Name extends string>(names: readonly Name[], prefix = '') =>
    Object.fromEntries(names.map((name) => [name, color(prefix + name.toLowerCase())])) as Record<Name, string>;
  return {
    kinds: each(ENTITY_KINDS, 'kind-'),
    families: each(FAMILIES),
    paper: color('paper'),
    ink: color('ink'),
    faint: color('faint'),
    muted: color('muted'),
  };
}

/** Calls the listener when the user switches between the light theme and the dark theme. */
export function onThemeChange(changed: () => void): void {
  matchMedia(DARK).addEventListener('change', changed);
}

/** Whether the user prefers reduced motion. */
export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
