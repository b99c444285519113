import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import { ImportError } from '../../../store/errors.ts';
import { type OpenedTag, PartBuilder } from './part-builder.ts';
import type { PartText } from './part-text.ts';

/** What a file is and how far the reader is. */
export interface ReadOptions {
  /** As the user typed it, for messages. */
  file: string;
  /** The title of the CFR, where the file does not say it. */
  title?: number | undefined;
  /** Told after each piece of the file how many bytes were read. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/** A part, and the day as of which the file says it reads so. */
export interface ReadPart {
  text: PartText;
  day: string | undefined;
}

const ROOTS = /^(DIV[1-9]|DLPSTEXTCLASS|ECFR)$/;
const FOREIGN =
  'this is no eCFR XML: its root is one of <DIV1> to <DIV9>, <ECFR> or <DLPSTEXTCLASS>, as GPO bulk data and the eCFR API have it';

/**
 * Reads eCFR XML, part by part: GPO bulk data, older (DLPSTEXTCLASS) and newer (ECFR), and the eCFR API's form; a title
 * or any part of one. Memory holds one part at a time, however large the file is.
 *
 * @throws ImportError with line and column for what is malformed, truncated or foreign
 */
export async function* readEcfr({ file, title, onBytes }: ReadOptions): AsyncGenerator<ReadPart> {
  const ready: ReadPart[] = [];
  const parser = new SaxesParser({ position: true });
  const refuse = (message: string): never => {
    throw new ImportError([{ file, line: parser.line, column: parser.columnIndex + 1, message }]);
  };
  const builder = new PartBuilder({
    fileTitle: title ?? titleOfName(file),
    onPart: (text) => ready.push({ text, day: builder.amendedOn }),
    refuse,
  });
  let rooted = false;
  parser.on('error', (error) => refuse(error.message.replace(/^\S*?\d+:\d+: /, '')));
  parser.on('opentag', ({ name, attributes }) => {
    if (!rooted && !ROOTS.test(name)) refuse(FOREIGN);
    rooted = true;
    builder.open({ name, attributes: attributes as OpenedTag['attributes'] });
  });
  parser.on('text', (text) => builder.text(text));
  parser.on('cdata', (text) => builder.text(text));
  parser.on('closetag', ({ name }) => builder.close(name));

  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      decoder ??= decoderOf(chunk);
      parser.write(decoder.decode(chunk, { stream: true }));
      onBytes?.(chunk.length);
      while (ready.length > 0) yield ready.shift() as ReadPart;
    }
  } catch (error) {
    if (error instanceof ImportError || !(error instanceof Error && 'code' in error)) throw error;
    throw new ImportError([{ file, message: `it cannot be read (${String(error.code)})` }]);
  }
  if (!rooted) refuse(FOREIGN);
  parser.write(decoder?.decode() ?? '').close();
  yield* ready;
  if (!builder.sawText) refuse('it holds no section, appendix or reserved division');
}

/** As the XML declaration says, and UTF-8 unless it does. */
function decoderOf(start: Buffer): TextDecoder {
  const declared = /^<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(
    start.subarray(0, 200).toString('latin1'),
  )?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** The files of a part do not name their title; their names do: "45-171.xml", "ECFR-title45.xml", "title-45.xml". */
function titleOfName(file: string): number | undefined {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const digits = /title[-_ ]?(\d{1,2})(?!\d)/i.exec(name)?.[1] ?? /^(\d{1,2})[-_ ]?(?:cfr|\D*\d+\.)/i.exec(name)?.[1];
  return digits === undefined || /^\d{3}/.test(name) ? undefined : Number(digits);
}
