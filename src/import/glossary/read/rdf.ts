import jsonld, { type JsonLdDocument } from 'jsonld';
import { Parser } from 'n3';
import { z } from 'zod';
import { type FilePlace, placeAt } from '../../json-place.ts';
import { parseGlossaryJson } from './json.ts';
import type { Glossary, GlossaryFile } from './shape.ts';
import { NOWHERE, type Triple, TripleShape } from './skos/facts.ts';
import { fromSkos } from './skos/skos.ts';

const NOTHING: Glossary = { entries: [], passedOver: [] };

/** Reads SKOS in Turtle. */
export function readSkosTurtle(file: GlossaryFile): Glossary {
  let triples: Triple[];
  try {
    triples = new Parser({ format: 'text/turtle', baseIRI: NOWHERE }).parse(file.text);
  } catch (error) {
    const { message, ...place } = turtleFault(error);
    file.fault(message, place);
    return NOTHING;
  }
  return fromSkos(triples, file.fault, (subject) => whereMentioned(file.text, subject));
}

/** The error of the parser, shortened: it may quote megabytes of an unclosed string. */
function turtleFault(error: unknown): FilePlace & { message: string } {
  const { message, context } = error as Error & { context?: { line?: number; token?: { start?: number } } };
  const reason = message.length > MOST_QUOTED ? `${message.slice(0, MOST_QUOTED)}…` : message;
  const start = context?.token?.start;
  return {
    message: `The file is not valid Turtle: ${reason.replace(/ on line \d+\.?$/, '')}`,
    line: context?.line ?? 1,
    ...(start !== undefined && { column: start + 1 }),
  };
}

const MOST_QUOTED = 200;

/** Reads SKOS in JSON-LD. The file must contain its context: nothing is fetched from the network. */
export async function readSkosJsonLd(file: GlossaryFile): Promise<Glossary> {
  const parsed = parseGlossaryJson(file);
  if (!parsed) return NOTHING;
  const placeOf = (subject: string) => whereMentioned(file.text, subject);
  let refused: string | undefined;
  const documentLoader = async (url: string): Promise<never> => {
    refused = url;
    throw new Error('refused');
  };
  let triples: Triple[];
  try {
    const options = { documentLoader, base: NOWHERE };
    triples = z.array(TripleShape).parse(await jsonld.toRDF(parsed.value as JsonLdDocument, options));
  } catch (error) {
    if (refused !== undefined) {
      const message = `The file refers to the context ${refused}, but remote contexts are not downloaded. Copy the context into the file.`;
      file.fault(message, placeOf(refused));
    } else if (error instanceof RangeError) file.fault('The file is nested too deeply.', { line: 1 });
    else
      file.fault(`The file is not valid JSON-LD: ${error instanceof Error ? error.message : String(error)}`, {
        line: 1,
      });
    return NOTHING;
  }
  return fromSkos(triples, file.fault, placeOf);
}

/** The position where a file first mentions an IRI, in full or by its last part. */
function whereMentioned(text: string, address: string): FilePlace {
  const name = address.replace(NOWHERE, '');
  const short = /[^/#:]*$/.exec(name)?.[0] ?? '';
  const found = [name, `:${short}`, short].map((one) => text.indexOf(one)).find((one) => one >= 0);
  return placeAt(text, found ?? 0);
}
