/** schema.org descriptions of entities, for the JSON-LD of their pages. The API gives those of terms. */
import type { DescribedEntity, KindDescriptor } from '../model/kinds/descriptor.ts';
import { KIND } from '../model/kinds.ts';
import { nameOf } from './address.ts';

const CONTEXT = 'https://schema.org';
const urn = (kind: string, name: string) => `urn:glossograph:${kind}:${encodeURI(name)}`;

/** Leaves out null, undefined and empty lists. */
function known(properties: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A provision as a schema.org Legislation (https://schema.org/Legislation). */
export function legislation(law: {
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
  const { name, citation, heading, summary, url, level, within, since } = law;
  return known({
    '@context': CONTEXT,
    '@type': KIND.REGULATION.schemaType,
    '@id': urn('regulation', name),
    name: heading === null ? citation : `${citation}: ${heading}`,
    legislationIdentifier: citation,
    legislationType: level,
    legislationJurisdiction: 'US',
    legislationDateVersion: since,
    abstract: summary,
    url,
    isPartOf: within && {
      '@type': KIND.REGULATION.schemaType,
      '@id': urn('regulation', within.name),
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
    '@type': KIND.STANDARD.schemaType,
    '@id': urn('standard', key),
    identifier: key,
    name,
    version,
    datePublished: date,
    description: summary,
    url,
    isPartOf: within && { '@type': KIND.STANDARD.schemaType, '@id': urn('standard', within.key), name: within.name },
  });
}

/** An entity of a kind without a page of its own design, as the kind's descriptor gives it. */
export function plainJsonLd({ label, schemaType, plain }: KindDescriptor, entity: DescribedEntity): object {
  return known({
    '@context': CONTEXT,
    '@type': schemaType,
    '@id': urn(label.toLowerCase(), nameOf(entity.id)),
    ...plain?.jsonLd(entity),
  });
}

/** An alias that names several things. */
export function otherName(slug: string, name: string): object {
  return known({ '@context': CONTEXT, '@type': KIND.ALIAS.schemaType, '@id': urn('alias', slug), name });
}
