/** Colours of the picture, from the style sheet: one place says them for both themes. */
import { ENTITY_KINDS, type EntityKind } from '../../../model/kinds.ts';
import { FAMILIES, type Family } from '../../words.ts';

export interface Theme {
  readonly kinds: Readonly<Record<EntityKind, string>>;
  readonly families: Readonly<Record<Family, string>>;
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly accent: string;
}

const DARK = '(prefers-color-scheme: dark)';

/** As it is now. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const each = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, colour(name.toLowerCase())])) as Record<Name, string>;
  return {
    kinds: each(ENTITY_KINDS),
    families: each(FAMILIES),
    paper: colour('paper'),
    ink: colour('ink'),
    faint: colour('faint'),
    accent: colour('accent'),
  };
}

/** Tells when somebody switches between light and dark. */
export function onThemeChange(changed: () => void): void {
  matchMedia(DARK).addEventListener('change', changed);
}

/** Whether somebody asked for less movement. */
export const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
