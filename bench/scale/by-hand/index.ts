/** The statements written by hand, by the key of the work. */
import { neighborhood } from './neighborhood.ts';
import { partSections } from './part-sections.ts';
import type { ByHand } from './statement.ts';
import { suggest } from './suggest.ts';
import { termPage } from './term-page.ts';

export const BY_HAND: Readonly<Record<string, ByHand>> = {
  Q1: termPage,
  Q2: neighborhood,
  Q3: partSections,
  Q4: suggest,
};
