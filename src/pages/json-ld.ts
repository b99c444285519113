/** schema.org descriptions of entities, for the JSON-LD on their pages. The API provides those of terms. */
import type { DescribedEntity, KindDescriptor } from '../model/kinds/descriptor.ts';
import { KIND } from '../model/kinds.ts';
import { nameOf } from '../view/address.ts';

/** The type of an entity of a kind, and its identifier by the name in its address. */
const typed = ({ label, schemaType }: KindDescriptor, name: string) => ({
  '@type': schemaType,
  '@id': `urn:glossograph:${label.toLowerCase()}:${encodeURI(name)}`,
});

/** A description without the properties that are null, undefined or an empty list. */
function described(kind: KindDescriptor, name: string, properties: Readonly<Record<string, unknown>> = {}): object {
  const known = Object.entries(properties).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { '@context': 'https://schema.org', ...typed(kind, name), ...Object.fromEntries(known) };
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
  /** The date as of which the text is shown. The text might have begun earlier. */
  readOn?: string | undefined;
}): object {
  const { name, citation, heading, summary, url, level, within, readOn } = law;
  return described(KIND.REGULATION, name, {
    name: heading === null ? citation : `${citation}: ${heading}`,
    legislationIdentifier: citation,
    legislationType: level,
    legislationJurisdiction: 'US',
    legislationDateVersion: readOn,
    abstract: summary,
    url,
    isPartOf: within && { ...typed(KIND.REGULATION, within.name), legislationIdentifier: within.citation },
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
  return described(KIND.STANDARD, key, {
    identifier: key,
    name,
    version,
    datePublished: date,
    description: summary,
    url,
    isPartOf: within && { ...typed(KIND.STANDARD, within.key), name: within.name },
  });
}

/** The description of an entity whose kind has no specially designed page. The kind's descriptor provides it. */
export const plainJsonLd = (kind: KindDescriptor, entity: DescribedEntity): object =>
  described(kind, nameOf(entity.id), kind.plain?.jsonLd(entity));

/** An alias that refers to several entities. */
export const otherName = (slug: string, name: string): object => described(KIND.ALIAS, slug, { name });
