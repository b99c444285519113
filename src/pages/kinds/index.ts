import { KINDS } from '../../model/kinds/index.ts';
import type { PageKind } from '../page.ts';
import { alias } from './alias.ts';
import { plainPage } from './plain.ts';
import { regulation } from './regulation.ts';
import { standard } from './standard.ts';
import { term } from './term.ts';

const DESIGNED: readonly PageKind[] = [term, regulation, standard, alias];

/** The pages of every kind: of its own design, or made from the descriptor. */
export const PAGE_KINDS: readonly PageKind[] = [
  ...DESIGNED,
  ...KINDS.flatMap((one) => (one.plain ? [plainPage(one, one.plain.facts)] : [])),
];
