import type { TextRange } from '../../read/part-text.ts';

/** How the rules write each standard that Glossograph has a key for: a name, and the version in a group. */
const KNOWN: readonly { family: string; name: RegExp; version: (found: RegExpExecArray) => string }[] = [
  {
    family: 'us-core',
    name: /US Core Implementation Guide,? (?:STU|Version|Release)\s?(\d+(?:\.\d+)*)/,
    version: first,
  },
  {
    family: 'uscdi',
    name: /(?:United States Core Data for Interoperability|USCDI)[^.;]{0,60}?(?:Version\s|\bv)(\d+(?:\.\d+)?)\b/,
    version: (found) => `v${found[1]}`,
  },
  {
    family: 'fhir',
    name: /Fast Healthcare Interoperability Resources \(FHIR\s?®?\),? Release (\d+(?:\.\d+)*)/,
    version: first,
  },
  {
    family: 'smart-app-launch',
    name: /SMART (?:App(?:lication)? Launch)(?: Framework)? Implementation Guide,? Release (\d+(?:\.\d+)*)/,
    version: first,
  },
  { family: 'bulk-data', name: /Bulk Data Access[^.;]{0,30}?\(v(\d+(?:\.\d+)*)/, version: first },
  { family: 'openid-connect-core', name: /OpenID Connect Core\b/, version: () => '' },
  {
    family: 'c-cda',
    name: /Consolidated CDA Templates for Clinical Notes[^;]{0,160}?Release (\d+(?:\.\d+)+)\b/,
    version: first,
  },
];

function first(found: RegExpExecArray): string {
  return found[1] ?? '';
}

/** Finds the standards with a key that a passage names, and their positions. */
export function knownStandardsIn(passage: string): { key: string; quote: TextRange }[] {
  return KNOWN.flatMap(({ family, name, version }) => {
    const found = name.exec(passage);
    if (!found) return [];
    const key = [family, version(found)].filter((step) => step !== '').join('/');
    return [{ key, quote: [found.index, found.index + found[0].length] as const }];
  });
}
