import { ImportError } from '../../../store/errors.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * JSON from a file's bytes, a byte order mark or none.
 *
 * @param file names it in messages
 * @throws ImportError, with the line where the parser tells where it stopped
 */
export function parseResourceJson(file: string, bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new ImportError([{ file, message: 'it is no JSON: it is not written in UTF-8' }]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ImportError([{ file, line: lineOf(text, reason), message: `it is no JSON: ${inShort(reason)}` }]);
  }
}

/** Parsers tell a position, or that the text ends too early, or neither. */
function lineOf(text: string, reason: string): number | undefined {
  const [, position] = /position (\d+)/.exec(reason) ?? [];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  return /end of JSON/.test(reason) ? text.trimEnd().split('\n').length : undefined;
}

/** What the parser says, without the piece of text that it may quote. */
const inShort = (reason: string) => /^[^"]*?(?= in JSON|, [."]|$)/.exec(reason)?.[0] || 'it cannot be parsed';
