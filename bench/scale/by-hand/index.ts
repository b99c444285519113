/** The statements written by hand, by the key of the work. */
import { changes } from './changes.ts';
import { definition } from './definition.ts';
import { neighborhood } from './neighborhood.ts';
import { partSections } from './part-sections.ts';
import { path } from './path.ts';
import { search } from './search.ts';
import type { ByHand } from './statement.ts';
import { suggest } from './suggest.ts';
import { termPage } from './term-page.ts';

export const BY_HAND: Readonly<Record<string, ByHand>> = {
  Q1: termPage,
  Q2: neighborhood,
  Q3: partSections,
  Q4: suggest,
  Q5: path,
  Q6: search,
  Q7: changes,
  Q8: definition,
};
