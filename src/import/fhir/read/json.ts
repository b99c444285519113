import { ImportError } from '../../../store/errors.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a file's bytes as JSON, with or without a byte order mark.
 *
 * @param file names the file in messages
 * @throws ImportError, with the line where parsing stopped when the parser states it
 */
export function parseResourceJson(file: string, bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw new ImportError([{ file, message: 'The file is not valid UTF-8; save it as UTF-8.' }]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ImportError([
      { file, line: lineOf(text, reason), message: `The file is not valid JSON: ${inShort(reason)}.` },
    ]);
  }
}

/** Parsers state a position, or that the text ends too early, or neither. */
function lineOf(text: string, reason: string): number | undefined {
  const [, position] = /position (\d+)/.exec(reason) ?? [];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  return /end of JSON/.test(reason) ? text.trimEnd().split('\n').length : undefined;
}

/** The message of the parser without the text that it may quote. */
const inShort = (reason: string) => /^[^"]*?(?= in JSON|, [."]|$)/.exec(reason)?.[0] || 'it cannot be parsed';
