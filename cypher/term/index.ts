import { fragment } from '../../src/plan/fragment.ts';

type AsOf = { asOf?: string | null | undefined };

/** Terms and what is connected with them. */
export const term = {
  bySlug: fragment<{ slug: string }>('term/by-slug'),
  all: fragment<{ startsWith?: string | null | undefined; category?: string | null | undefined }>('term/all'),
  related: fragment('term/related'),
  definitions: fragment<AsOf>('term/definitions'),
  definitionInForce: fragment<{ places: string[] } & AsOf>('term/definition-in-force'),
  governing: fragment<{ places: string[] } & AsOf>('term/governing'),
  mentionedIn: fragment<{ within: string | null } & AsOf>('term/mentioned-in'),
  standards: fragment('term/standards'),
  statutes: fragment('term/statutes'),
};
