import { z } from 'zod';
import { addTo } from '../../../model/group.ts';
import { type JsonPath, placeInJson } from '../../json-place.ts';
import { parseGlossaryJson, shaped } from './json.ts';
import { entry, filled, type Glossary, type GlossaryEntry, type GlossaryFile } from './shape.ts';

const CodeSystem = z.object({
  resourceType: z.literal('CodeSystem', { error: 'the resource must be a CodeSystem' }),
  name: z.string().nullish(),
  title: z.string().nullish(),
  url: z.string().nullish(),
  version: z.string().nullish(),
  description: z.string().nullish(),
  copyright: z.string().nullish(),
  content: z.string().nullish(),
  supplements: z.string().nullish(),
  concept: z.array(z.unknown(), { error: 'the CodeSystem must contain at least one concept' }),
});

const Concept = z.object({
  code: z.string().min(1),
  display: z.string().nullish(),
  definition: z.string().nullish(),
  designation: z.array(z.object({ language: z.string().nullish(), value: z.string() })).nullish(),
  property: z
    .array(z.object({ code: z.string(), valueCode: z.string().nullish(), valueBoolean: z.boolean().nullish() }))
    .nullish(),
  concept: z.array(z.unknown()).nullish(),
});

/** Properties that name a broader concept or a narrower one, besides nesting. */
const WIDER: ReadonlySet<string> = new Set(['parent', 'subsumedBy']);
const NARROWER = 'child';
/** Properties that say, if true, that a concept must not be used any more. */
const OBSOLETE: ReadonlySet<string> = new Set(['inactive', 'deprecated', 'retired']);

const DEEPEST = 200;

/**
 * Reads a FHIR CodeSystem: its concepts at any depth. A concept's name is its display, and its designations are
 * aliases. A code is a name only within its code system, so it is not an alias. If a concept has no display, its code
 * becomes its name.
 */
export function readCodeSystem(file: GlossaryFile): Glossary {
  const nothing: Glossary = { entries: [], passedOver: [] };
  const parsed = parseGlossaryJson(file);
  const system = parsed && shaped(file, CodeSystem, parsed.value, []);
  if (!system) return nothing;
  const entries: GlossaryEntry[] = [];
  // A stack, filled backwards, so that concepts come out in the order of the file.
  const open: { value: unknown; path: JsonPath; parent?: string }[] = [];
  const push = (values: readonly unknown[], path: JsonPath, parent?: string) => {
    for (let i = values.length - 1; i >= 0; i -= 1) {
      open.push({ value: values[i], path: [...path, 'concept', i], ...(parent !== undefined && { parent }) });
    }
  };
  push(system.concept, []);
  /** For each concept, those that name it as their child. */
  const parents = new Map<string, string[]>();
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, parent } = next;
    if (path.length > 2 * DEEPEST) {
      file.fault(`Concepts must be nested at most ${DEEPEST} levels deep.`, placeInJson(file.text, path));
      return nothing;
    }
    const concept = shaped(file, Concept, value, path);
    if (!concept) continue;
    const { code, display, definition, designation, property } = concept;
    const wider = (property ?? []).flatMap(({ code: name, valueCode }) =>
      WIDER.has(name) && valueCode ? [valueCode] : [],
    );
    for (const { code: name, valueCode } of property ?? []) {
      if (name === NARROWER && valueCode) addTo(parents, valueCode, code);
    }
    const isDeprecated = (property ?? []).some((one) => OBSOLETE.has(one.code) && one.valueBoolean === true);
    entries.push(
      entry({
        name: display?.trim() ? display : code,
        key: code,
        notation: code,
        ...(isDeprecated && { isDeprecated }),
        definitions: filled([definition]).map((text) => ({ text, sources: [] })),
        aliases: (designation ?? []).map((one) => ({ name: one.value, language: one.language ?? undefined })),
        broader: [...new Set([...filled([parent]), ...wider])],
        place: () => placeInJson(file.text, [...path, 'code']),
      }),
    );
    push(concept.concept ?? [], path, code);
  }
  const codes = new Set(entries.map(({ key }) => key));
  return {
    title: system.title ?? system.name ?? undefined,
    url: system.url ?? undefined,
    version: system.version ?? undefined,
    description: system.description ?? undefined,
    license: system.copyright ?? undefined,
    ...(system.content === 'supplement' && { supplements: system.supplements?.split('|')[0] ?? '' }),
    entries: entries.map((one) => ({
      ...one,
      broader: [...new Set([...one.broader, ...(parents.get(one.key ?? '') ?? [])])],
    })),
    passedOver: [...parents].flatMap(([code, wider]) =>
      codes.has(code)
        ? []
        : wider.map(
            (one) =>
              `The relation BROADER from ${code} to "${one}" was left out, because ${code} is not a term in the file.`,
          ),
    ),
  };
}
