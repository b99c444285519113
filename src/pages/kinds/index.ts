import { KINDS } from '../../model/kinds/index.ts';
import type { PageKind } from '../page.ts';
import { alias } from './alias.tsx';
import { plainPage } from './plain.tsx';
import { regulation } from './regulation.ts';
import { rule } from './rule.tsx';
import { standard } from './standard.tsx';
import { term } from './term.tsx';

const DESIGNED: readonly PageKind[] = [term, regulation, standard, alias, rule];

/** The pages of every kind. Some are specially designed; the others are generated from the descriptor. */
export const PAGE_KINDS: readonly PageKind[] = [
  ...DESIGNED,
  ...KINDS.flatMap((one) =>
    one.plain && !DESIGNED.some(({ kind }) => kind === one.kind) ? [plainPage(one, one.plain.facts)] : [],
  ),
];
