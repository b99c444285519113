import { wellFormed } from './text.ts';

/**
 * Text for XML 1.0, in content or in quotation marks. XML has no form for control characters but tab, line feed and carriage
 * return, nor for U+FFFE, U+FFFF and halves of surrogate pairs: each of them becomes U+FFFD. What a parser would take for a
 * line end or for space is written by number, so it comes back as it was.
 */
export function xmlText(text: string): string {
  return wellFormed(text)
    .replace(NOT_XML, '\uFFFD')
    .replace(SPECIAL, (character) => NAMED[character] ?? `&#${character.charCodeAt(0)};`);
}

/** How GraphML and GEXF call the types of single values. */
export const XML_TYPES = { string: 'string', boolean: 'boolean', integer: 'long', number: 'double' } as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const SPECIAL = /[&<>"\t\n\r\u007F-\u009F\u2028\u2029]/g;
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
