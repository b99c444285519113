import { TEXT_CHANGE_KINDS } from './kinds/regulation.ts';

/** What can change in the law: texts, what texts say, and the standards that the law adopts. */
export const CHANGE_KINDS = [
  ...TEXT_CHANGE_KINDS,
  'DEFINITION',
  'CITATION',
  'EXCEPTION',
  'ADOPTION',
  'STANDARD',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The changes that are news. Citations and versions of standards change too often: only who asks for them gets them. */
export const NEWS_KINDS: readonly ChangeKind[] = [...TEXT_CHANGE_KINDS, 'DEFINITION', 'EXCEPTION', 'ADOPTION'];
