import { z } from 'zod';
import { isDay } from '../../../model/day.ts';
import { ALIAS_KINDS } from '../../../model/kinds.ts';
import { type JsonPath, placeInJson } from '../../json-place.ts';
import { entry, filled, type Glossary, type GlossaryEntry, type GlossaryFile } from './shape.ts';

const FORMS =
  'A JSON glossary must be a list of objects such as {"term": …, "definition": …, "aliases": […], "source": …, "url": …, "category": …}, or an object that contains such a list in "terms".';

/** Our own form. An unknown field is a fault, because a misspelled one would be lost silently. */
const OurTerm = z.strictObject({
  term: z.string(),
  definition: z.union([z.string(), z.array(z.string())]).nullish(),
  aliases: z
    .array(z.union([z.string(), z.strictObject({ name: z.string(), kind: z.enum(ALIAS_KINDS).optional() })]))
    .nullish(),
  source: z.union([z.string(), z.array(z.string())]).nullish(),
  url: z.string().nullish(),
  category: z.string().nullish(),
});

/** NIST's form (Computer Security Resource Center), as published, or with all sources in one text. */
const CsrcTerm = z.object({
  term: z.string(),
  link: z.string().nullish(),
  abbrSyn: z.array(z.object({ text: z.string() })).nullish(),
  definitions: z
    .array(
      z.object({
        text: z.string(),
        source: z.string().nullish(),
        sources: z.array(z.object({ text: z.string() })).nullish(),
      }),
    )
    .nullish(),
});

/** Parses JSON. If there is a syntax error, reports its position and returns undefined. */
export function parseGlossaryJson({ text, fault }: GlossaryFile): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    fault(
      text.trim() === '' ? 'The file is empty.' : 'The file contains a JSON syntax error at this position.',
      placeInJson(text),
    );
    return undefined;
  }
}

/** Checks a part of a parsed document against a schema, and reports errors with their positions. */
export function shaped<Schema extends z.ZodType>(
  { text, fault }: GlossaryFile,
  schema: Schema,
  value: unknown,
  path: JsonPath,
): z.output<Schema> | undefined {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const name = issue.path.map(String).join('.');
    const message = issue.message
      .replace(/^Invalid input: /, '')
      .replace('expected string, received undefined', 'is required');
    fault(name === '' ? message : `"${name}": ${message}`, placeInJson(text, [...path, ...issue.path]));
  }
  return undefined;
}

/** Reads a glossary in JSON, either in Glossograph's own form or in NIST's form. */
export function readJson(file: GlossaryFile): Glossary {
  const parsed = parseGlossaryJson(file);
  if (!parsed) return { entries: [], passedOver: [] };
  const { value } = parsed;
  if (Array.isArray(value)) return { entries: value.flatMap((one, i) => ourEntry(file, one, i)), passedOver: [] };
  const { name, retrieved, terms, parentTerms } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const list = terms ?? parentTerms;
  if (!Array.isArray(list)) {
    file.fault(FORMS, placeInJson(file.text, []));
    return { entries: [], passedOver: [] };
  }
  const under = terms === undefined ? 'parentTerms' : 'terms';
  return {
    title: typeof name === 'string' ? name : undefined,
    retrieved: isDay(retrieved) ? retrieved : undefined,
    entries: list.flatMap((one, i) => csrcEntry(file, one, [under, i])),
    passedOver: [],
  };
}

function ourEntry(file: GlossaryFile, value: unknown, i: number): GlossaryEntry[] {
  const form = shaped(file, OurTerm, value, [i]);
  if (!form) return [];
  const sources = filled([form.source ?? []].flat());
  return [
    entry({
      name: form.term,
      definitions: filled([form.definition ?? []].flat()).map((text) => ({ text, sources })),
      aliases: (form.aliases ?? []).map((alias) => (typeof alias === 'string' ? { name: alias } : alias)),
      sources,
      url: form.url ?? undefined,
      category: form.category ?? undefined,
      place: () => placeInJson(file.text, [i, 'term']),
    }),
  ];
}

function csrcEntry(file: GlossaryFile, value: unknown, path: JsonPath): GlossaryEntry[] {
  const form = shaped(file, CsrcTerm, value, path);
  if (!form) return [];
  return [
    entry({
      name: form.term,
      definitions: (form.definitions ?? []).map(({ text, source, sources }) => ({
        text,
        sources: [...splitSources(source ?? ''), ...filled((sources ?? []).map((one) => one.text))],
      })),
      aliases: (form.abbrSyn ?? []).map(({ text }) => ({ name: text })),
      url: form.link ?? undefined,
      place: () => placeInJson(file.text, [...path, 'term']),
    }),
  ];
}

/**
 * Splits a list of sources. For example, "FIPS 200; NIST SP 800-18" contains two sources. A semicolon within brackets
 * does not separate sources.
 */
export function splitSources(written: string): string[] {
  return filled(written.match(/(?:\([^()]*\)|[^;])+/g) ?? []);
}
