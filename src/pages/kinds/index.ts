import type { PageKind } from '../page.ts';
import { alias } from './alias.ts';
import { organization } from './organization.ts';
import { regulation } from './regulation.ts';
import { standard } from './standard.ts';
import { statute } from './statute.ts';
import { term } from './term.ts';

/** Every kind that has pages. */
export const KINDS: readonly PageKind[] = [term, regulation, standard, statute, organization, alias];
