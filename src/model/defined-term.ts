import { TERM } from './kinds/term.ts';

/** The fields of a term that are needed to create a DefinedTerm. */
export interface DefinedTermInput {
  slug: string;
  name: string;
  shortDefinition: string | null;
  definition: string | null;
  aliases: string[];
}

/** The set of every term. */
const TERM_SET = { '@type': 'DefinedTermSet', '@id': 'urn:glossograph:terms', name: 'Glossograph' } as const;

/** A term as a schema.org DefinedTerm (https://schema.org/DefinedTerm), ready for a page's JSON-LD script. */
export function definedTerm({ slug, name, shortDefinition, definition, aliases }: DefinedTermInput) {
  const description = shortDefinition ?? definition;
  return {
    '@context': 'https://schema.org',
    '@type': TERM.schemaType,
    '@id': `urn:glossograph:term:${slug}`,
    name,
    termCode: slug,
    ...(description !== null && { description }),
    ...(aliases.length > 0 && { alternateName: aliases }),
    inDefinedTermSet: TERM_SET,
  };
}
