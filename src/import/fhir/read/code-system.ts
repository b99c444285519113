import { z } from 'zod';
import { faultIn } from '../../../store/errors.ts';

/** A concept of a code system, without its position in the tree. */
export interface Concept {
  code: string;
  display?: string | undefined;
  definition?: string | undefined;
  /** Other names of the concept. */
  designations: string[];
  /** The code of the broader concept that contains this one. */
  parent?: string | undefined;
}

const ConceptShape = z.object({
  code: z.string().min(1),
  display: z.string().optional(),
  definition: z.string().optional(),
  designation: z.array(z.object({ value: z.string() })).optional(),
  concept: z.array(z.unknown()).optional(),
});

/**
 * The concepts of a code system in document order. Nested concepts follow their parent.
 *
 * @throws ImportError for an invalid concept, and for a code that occurs twice
 */
export function conceptsOf(file: string, tree: readonly unknown[]): Concept[] {
  const concepts: Concept[] = [];
  const codes = new Set<string>();
  const refuse = (message: string): never => {
    throw faultIn(file, `CodeSystem: ${message}`);
  };
  // A stack instead of recursion: files may nest to any depth.
  const open: { json: unknown; parent: string | undefined }[] = [];
  const push = (inside: readonly unknown[], parent: string | undefined) => {
    for (const json of [...inside].reverse()) open.push({ json, parent });
  };
  push(tree, undefined);
  for (let next = open.pop(); next; next = open.pop()) {
    const { data } = ConceptShape.safeParse(next.json);
    if (data === undefined) {
      const last = concepts.at(-1);
      const which = last === undefined ? 'the first concept' : `the concept after "${last.code}"`;
      return refuse(`${which} must have a code, and its display, definition, and designation values must be text.`);
    }
    const { code, display, definition, designation = [], concept = [] } = data;
    if (codes.has(code)) return refuse(`the code "${code}" occurs twice; each code must be unique.`);
    codes.add(code);
    concepts.push({
      code,
      display,
      definition,
      designations: designation.map(({ value }) => value),
      parent: next.parent,
    });
    push(concept, code);
  }
  return concepts;
}
