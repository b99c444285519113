import { fragment } from '../../src/plan/fragment.ts';

type AsOf = { asOf?: string | null | undefined };

/** Filters of a list of terms. */
export interface TermFilter {
  /** In the form in which names are compared. */
  startsWith: string;
  category?: string | null | undefined;
  vocabularies?: readonly string[] | null | undefined;
}

/** A row of `references`: a source, and the offset in the body of the section at which the statement that it supports ends. */
export interface ReferenceRow {
  end: number;
  sourceId: string;
}

/** Terms and what is connected with them. */
export const term = {
  bySlug: fragment<{ slug: string }>('term/by-slug'),
  all: fragment<TermFilter>('term/all'),
  bySlugs: fragment<TermFilter & { slugs: readonly string[] }>('term/by-slugs'),
  categories: fragment<Pick<TermFilter, 'vocabularies'>>('term/categories'),
  broader: fragment('term/broader'),
  narrower: fragment('term/narrower'),
  previous: fragment('term/previous'),
  next: fragment('term/next'),
  sources: fragment('term/sources'),
  sections: fragment('term/sections'),
  references: fragment('term/references'),
  related: fragment('term/related'),
  definitions: fragment<AsOf>('term/definitions'),
  definitionInForce: fragment<{ places: string[] } & AsOf>('term/definition-in-force'),
  governing: fragment<{ places: string[] } & AsOf>('term/governing'),
  mentionedIn: fragment<{ within: string | null } & AsOf>('term/mentioned-in'),
  standards: fragment('term/standards'),
  statutes: fragment('term/statutes'),
};
