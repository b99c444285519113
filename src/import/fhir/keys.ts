/** Keys of guides, versions, and their contents: see docs/decisions/0009-fhir-keys.md. */

/** FHIR itself: the standard with the key "fhir", for all of its packages. */
export const CORE = {
  key: 'fhir',
  canonical: 'http://hl7.org/fhir',
  name: 'HL7 FHIR',
  /** The core packages of a release. The core package of the third release is also called hl7.fhir.core. */
  packages: /^hl7\.fhir\.(r\d+b?\.)?core$/,
};

/** The key of a guide from its package name, such as "hl7.fhir.us.core" → "us-core" or "hl7.fhir.uv.sdc" → "sdc". */
export function guideOfPackage(name: string): string {
  if (CORE.packages.test(name)) return CORE.key;
  return name.replace(/^hl7\.fhir\.(uv\.)?/, '').replaceAll('.', '-');
}

/** The key of a guide from its canonical URL, if no package names it, such as "http://hl7.org/fhir/uv/sdc" → "sdc". */
export function guideOfCanonical(canonical: string): string {
  if (canonical === CORE.canonical) return CORE.key;
  const path = canonical
    .replace(/^https?:\/\//, '')
    .replace(/^hl7\.org\/fhir\/(uv\/)?/, '')
    .replace(/\/+$/, '');
  return path.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase();
}

const RESOURCE = /\/(?:StructureDefinition|ValueSet|CodeSystem|ImplementationGuide)\/[^/]+$/;

/** The canonical URL of the guide that defines a resource. The URLs of old code systems do not contain a type. */
export function guideUrl(url: string): string {
  const plain = withoutVersion(url);
  return RESOURCE.test(plain) ? plain.replace(RESOURCE, '') : plain.replace(/\/[^/]*$/, '');
}

/** Removes the version from a canonical URL: "http://…/Patient|4.0.1" → "http://…/Patient". */
export const withoutVersion = (canonical: string): string => canonical.replace(/\|.*$/, '');

/** The last segment of a canonical URL: "http://hl7.org/fhir/StructureDefinition/Patient|4.0.1" → "Patient". */
export const lastSegment = (canonical: string): string => /[^/]*$/.exec(withoutVersion(canonical))?.[0] ?? '';

/** The id of a standard in the graph. */
export const standardId = (key: string): string => `Standard:${key}`;

/**
 * The date of a FHIR timestamp (2022-09-30T11:00:00Z) or a package timestamp (20220930110000). Undefined if the value
 * is only a month or a year.
 */
export function dayOf(date: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(date ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}
