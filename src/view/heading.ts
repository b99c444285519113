/** Headings of the law, for lists and titles. */

/** Some headings end with a whole question after a dash; the part before the dash is the name. */
const DASH = /^([^—]{4,80})—(?=[\s\S]{40})/;

/** The name in a heading, such as "Security exception" in "Security exception—When will an actor's practice …?". */
export const briefHeading = (heading: string | null): string | null =>
  heading === null ? null : (DASH.exec(heading)?.[1] ?? heading);

/** The part of a heading after the name and the dash. Null if there is none. */
export function restOfHeading(heading: string | null): string | null {
  const name = briefHeading(heading);
  return heading === null || name === null || name === heading ? null : heading.slice(name.length + 1);
}

/** Words that stay in capitals when a heading in capitals is written in small letters. */
const ACRONYMS: readonly string[] = ['HIPAA', 'IT', 'EHR', 'US', 'CFR', 'USCDI', 'FHIR', 'ONC', 'CMS', 'HHS'];
/** Words that start with a small letter inside a heading. */
const SMALL: readonly string[] = [
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
];

/**
 * A legal heading for lists. Some parts print their headings in capital letters. "INFORMATION BLOCKING" becomes
 * "Information Blocking"; a heading with lowercase letters stays unchanged.
 */
export function calmHeading(heading: string): string {
  if (/\p{Ll}/u.test(heading)) return heading;
  return heading.replace(/\p{Lu}+/gu, (word, at: number) => {
    if (ACRONYMS.includes(word)) return word;
    const small = word.toLowerCase();
    return at > 0 && SMALL.includes(small) ? small : word.charAt(0) + small.slice(1);
  });
}
