import { TEXT_CHANGE_KINDS } from './kinds/regulation.ts';

/**
 * The kinds of changes in the law: changes of texts, of the statements in texts, and of the standards that the law
 * adopts.
 */
export const CHANGE_KINDS = [
  ...TEXT_CHANGE_KINDS,
  'DEFINITION',
  'CITATION',
  'EXCEPTION',
  'ADOPTION',
  'STANDARD',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * The changes that are listed by default. Citations and versions of standards change too often, so they are listed only
 * on request.
 */
export const NEWS_KINDS: readonly ChangeKind[] = [...TEXT_CHANGE_KINDS, 'DEFINITION', 'EXCEPTION', 'ADOPTION'];
