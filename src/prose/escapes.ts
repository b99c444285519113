/**
 * Replaces CommonMark escapes (§ 2.4: a backslash before ASCII punctuation) with the escaped characters: `\*` becomes
 * `*`. For texts that are displayed without a CommonMark parser, such as a short definition or the description in
 * JSON-LD.
 */
export const withoutEscapes = (commonMark: string): string => commonMark.replace(/\\([!-/:-@[-`{-~])/g, '$1');
