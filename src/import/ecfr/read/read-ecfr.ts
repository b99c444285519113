import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import { faultIn, readErrorOf } from '../../../store/errors.ts';
import { type OpenedTag, PartBuilder } from './part-builder.ts';
import type { PartText } from './part-text.ts';
import { withoutRepeats } from './repeated-units.ts';

/** Options of `readEcfr`. */
export interface ReadOptions {
  /** The path as typed by the user, for messages. */
  file: string;
  /** The CFR title, for a file that does not state it. */
  title?: number | undefined;
  /** Whether the user states that the file contains its parts in full. */
  complete?: boolean | undefined;
  /** Called after each chunk with the number of bytes that were read. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/** A part as contained in a file. */
export interface ReadPart {
  text: PartText;
  /** The date in `<AMDDATE>`: the day on which the text last changed. It is not the date of the edition. */
  amendedOn: string | undefined;
  /** The units that appear in the file more than once, and which text is kept: one sentence for each. */
  faults: string[];
}

const ROOTS = /^(DIV[1-9]|DLPSTEXTCLASS|ECFR)$/;
const FOREIGN =
  'The file is not eCFR XML. The root element must be <ECFR>, <DLPSTEXTCLASS>, or one of <DIV1> to <DIV9>, as in GPO bulk data and the eCFR API.';

/**
 * Reads eCFR XML part by part. It accepts the older (DLPSTEXTCLASS) and newer (ECFR) formats of GPO bulk data and the
 * format of the eCFR API, for a title or any piece of one. Regardless of the file size, only one part is in memory at a
 * time.
 *
 * @throws ImportError with the line and column for XML that is malformed, truncated, or not eCFR
 */
export async function* readEcfr({ file, title, complete = false, onBytes }: ReadOptions): AsyncGenerator<ReadPart> {
  const ready: ReadPart[] = [];
  const parser = new SaxesParser({ position: true });
  const refuse = (message: string): never => {
    throw faultIn(file, message, { line: parser.line, column: parser.columnIndex + 1 });
  };
  let root: string | undefined;
  const builder = new PartBuilder({
    fileTitle: title ?? titleOfName(file),
    complete,
    isVolume: () => root === 'DLPSTEXTCLASS',
    onPart: (text) => {
      const { division, faults } = withoutRepeats(text.title, text.division);
      ready.push({ text: { ...text, division }, amendedOn: builder.amendedOn, faults });
    },
    refuse,
  });
  parser.on('error', (error) => refuse(error.message.replace(/^\S*?\d+:\d+: /, '')));
  parser.on('opentag', ({ name, attributes }) => {
    if (root === undefined && !ROOTS.test(name)) refuse(FOREIGN);
    root ??= name;
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
    throw readErrorOf(file, error);
  }
  if (root === undefined) refuse(FOREIGN);
  parser.write(decoder?.decode() ?? '').close();
  yield* ready;
  if (!builder.sawText) refuse('The file has no section, appendix, or reserved division.');
}

/** The encoding of the XML declaration; UTF-8 when there is none. */
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

/**
 * The title in a file name. Files of one part do not state their title, but their names do: "45-171.xml",
 * "ECFR-title45.xml", "title-45.xml".
 */
function titleOfName(file: string): number | undefined {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const digits = /title[-_ ]?(\d{1,2})(?!\d)/i.exec(name)?.[1] ?? /^(\d{1,2})[-_ ]?(?:cfr|\D*\d+\.)/i.exec(name)?.[1];
  return digits === undefined || /^\d{3}/.test(name) ? undefined : Number(digits);
}
