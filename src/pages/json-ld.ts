/** What machines are told of an entity that is no term: schema.org, as the API tells it of terms. */

const CONTEXT = 'https://schema.org';
const urn = (kind: string, name: string) => `urn:glossograph:${kind}:${encodeURI(name)}`;

/** What is known goes in; what is not is left out. */
function known(properties: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A provision or a statute as a schema.org Legislation (https://schema.org/Legislation). */
export function legislation(law: {
  kind: 'regulation' | 'statute';
  name: string;
  citation: string;
  heading: string | null;
  summary: string | null;
  url: string | null;
  level?: string;
  within?: { name: string; citation: string } | undefined;
  /** The first day of the text that is shown. */
  since?: string | null;
}): object {
  const { kind, name, citation, heading, summary, url, level, within, since } = law;
  return known({
    '@context': CONTEXT,
    '@type': 'Legislation',
    '@id': urn(kind, name),
    name: heading === null ? citation : `${citation}: ${heading}`,
    legislationIdentifier: citation,
    legislationType: level,
    legislationJurisdiction: 'US',
    legislationDateVersion: since,
    abstract: summary,
    url,
    isPartOf: within && {
      '@type': 'Legislation',
      '@id': urn(kind, within.name),
      legislationIdentifier: within.citation,
    },
  });
}

/** A standard, or a part of one, as a schema.org CreativeWork. */
export function creativeWork(work: {
  key: string;
  name: string;
  version: string | null;
  date: string | null;
  summary: string | null;
  url: string | null;
  within?: { key: string; name: string } | undefined;
}): object {
  const { key, name, version, date, summary, url, within } = work;
  return known({
    '@context': CONTEXT,
    '@type': 'CreativeWork',
    '@id': urn('standard', key),
    identifier: key,
    name,
    version,
    datePublished: date,
    description: summary,
    url,
    isPartOf: within && { '@type': 'CreativeWork', '@id': urn('standard', within.key), name: within.name },
  });
}

/** An organization as a schema.org Organization. */
export function organizationOf(found: {
  slug: string;
  name: string;
  summary: string | null;
  url: string | null;
  aliases: string[];
}): object {
  const { slug, name, summary, url, aliases } = found;
  return known({
    '@context': CONTEXT,
    '@type': 'Organization',
    '@id': urn('organization', slug),
    name,
    alternateName: aliases,
    description: summary,
    url,
  });
}

/** Another name, for several things. */
export function otherName(slug: string, name: string): object {
  return known({ '@context': CONTEXT, '@type': 'Thing', '@id': urn('alias', slug), name });
}
