import { z } from 'zod';
import { ImportError } from '../../../store/errors.ts';

/** A concept of a code system, out of the tree in which it stands. */
export interface Concept {
  code: string;
  display?: string | undefined;
  definition?: string | undefined;
  /** Other ways to say it. */
  designations: string[];
  /** The code of the wider concept in which it is nested. */
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
 * The concepts of a code system in document order, nested ones after the one that holds them.
 *
 * @throws ImportError for what is no concept, and for a code that is there twice
 */
export function conceptsOf(file: string, tree: readonly unknown[]): Concept[] {
  const concepts: Concept[] = [];
  const codes = new Set<string>();
  const refuse = (message: string): never => {
    throw new ImportError([{ file, message: `CodeSystem: ${message}` }]);
  };
  // A stack and no recursion: how deep a file nests is not ours to bound.
  const open: { json: unknown; parent: string | undefined }[] = [];
  const push = (inside: readonly unknown[], parent: string | undefined) => {
    for (const json of [...inside].reverse()) open.push({ json, parent });
  };
  push(tree, undefined);
  for (let next = open.pop(); next; next = open.pop()) {
    const { data } = ConceptShape.safeParse(next.json);
    if (data === undefined) return refuse(`a concept after "${concepts.at(-1)?.code ?? ''}" has no code, or no texts`);
    const { code, display, definition, designation = [], concept = [] } = data;
    if (codes.has(code)) return refuse(`the code "${code}" is there twice`);
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
