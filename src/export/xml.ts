import { escapeUTF8 } from 'entities/escape';

/**
 * Escapes text for XML 1.0, either as content or between double quotation marks. XML cannot contain most control
 * characters, U+FFFE, U+FFFF, or lone surrogates, so each of them becomes U+FFFD. Characters that a parser would
 * normalize as white space or line ends become character references, so a parser returns them unchanged.
 */
export function xmlText(text: string): string {
  return escapeUTF8(text.toWellFormed().replace(NOT_XML, '\uFFFD')).replace(
    NORMALIZED,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

/** The types of single values, as named in GraphML and GEXF. */
export const XML_TYPES = { string: 'string', boolean: 'boolean', integer: 'long', number: 'double' } as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const NORMALIZED = /[\t\n\r\u007F-\u009F\u2028\u2029]/g;
