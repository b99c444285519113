import type { FlatProvision } from '../provisions/flatten.ts';
import { parseDay } from '../read/days.ts';
import type { TextRange } from '../read/part-text.ts';

/** A standard that a paragraph adopts, and the dates that its text states. */
export interface ParsedAdoption {
  by: FlatProvision;
  /** The key of the standard: "us-core/6.1.0". */
  key: string;
  quote: TextRange;
  from?: string;
  /** The first day after the adoption. */
  to?: string;
}

/** How the rules write each standard that Glossograph has a key for: a name, and the version in a group. */
const STANDARDS: readonly { family: string; name: RegExp; version: (found: RegExpExecArray) => string }[] = [
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
    name: /Fast Healthcare Interoperability Resources \(FHIR®?\),? Release (\d+(?:\.\d+)*)/,
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

const ADOPTS = /\b(?:Secretary|Administrator|Commission|Department)\s+(?:hereby\s+)?adopts\b/;
const EXPIRES =
  /\badoption of (?:this|these) (?:standards?|implementation specifications?)\s+expires? on ([A-Z][a-z]+ \d{1,2}, \d{4})/;
const BEGINS =
  /\b(?:adoption of (?:this|these) (?:standards?|implementation specifications?)\s+(?:begins?|is effective) on|on and after) ([A-Z][a-z]+ \d{1,2}, \d{4})/;

/**
 * The standards that a section adopts, one for each that a paragraph names. Empty unless the section's first words
 * announce adoptions.
 */
export function adoptionsOf(section: readonly FlatProvision[]): ParsedAdoption[] {
  if (!ADOPTS.test(section[0]?.text ?? '')) return [];
  return section.flatMap((by): ParsedAdoption[] => {
    const text = by.text ?? '';
    const to = parseDay(EXPIRES.exec(text)?.[1]);
    const from = parseDay(BEGINS.exec(text)?.[1]);
    return STANDARDS.flatMap(({ family, name, version }): ParsedAdoption[] => {
      const found = name.exec(text);
      if (!found) return [];
      const quote: TextRange = [found.index, found.index + found[0].length];
      return [
        {
          by,
          key: [family, version(found)].filter((step) => step !== '').join('/'),
          quote,
          ...(from && { from }),
          ...(to && { to }),
        },
      ];
    });
  });
}
