/** Compares the schema with the schema of the last release. */
import {
  type BreakingChange,
  buildASTSchema,
  type DangerousChange,
  type DocumentNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  Kind,
  parse,
  visit,
} from 'graphql';

/** The differences that matter to clients of the last release. */
export interface ReleaseComparison {
  /** The changes that break clients although the release did not announce them with `@deprecated`. */
  readonly breaking: readonly BreakingChange[];
  /** The changes that can surprise clients, such as a new value of an enum. */
  readonly dangerous: readonly DangerousChange[];
}

/**
 * Compares a schema with the SDL of the last release. A field, an argument, or a value that was deprecated in the release
 * may be missing. So may a type that only such elements used.
 */
export function compareWithRelease(released: string, current: GraphQLSchema): ReleaseComparison {
  const document = parse(released);
  return {
    breaking: findBreakingChanges(lenient(promised(document)), current),
    dangerous: findDangerousChanges(lenient(document), current),
  };
}

/** A schema from SDL in which a type may have lost all of its fields. */
const lenient = (document: DocumentNode) => buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });

/** The part of a schema on which clients can rely: what is not deprecated, and the types that it uses. */
function promised(released: DocumentNode): DocumentNode {
  const document = visit(released, {
    enter(node) {
      const isDeprecated =
        'directives' in node && node.directives?.some((directive) => directive.name.value === 'deprecated');
      return isDeprecated ? null : undefined;
    },
  });
  const used = usedTypes(document);
  return {
    ...document,
    definitions: document.definitions.filter((one) => !('name' in one) || !one.name || used.has(one.name.value)),
  };
}

/** The names of the types that clients can reach from the root types, and of the directives. */
function usedTypes(document: DocumentNode): ReadonlySet<string> {
  const definitions = new Map(
    document.definitions.flatMap((one) => ('name' in one && one.name ? [[one.name.value, one] as const] : [])),
  );
  const used = new Set<string>();
  const use = (name: string): void => {
    const definition = definitions.get(name);
    if (used.has(name) || definition === undefined) return;
    used.add(name);
    visit(definition, { NamedType: ({ name: { value } }) => use(value) });
    // An interface leads to the types that implement it.
    for (const [other, one] of definitions) {
      if ('interfaces' in one && one.interfaces?.some((each) => each.name.value === name)) use(other);
    }
  };
  for (const one of document.definitions) {
    if (one.kind === Kind.DIRECTIVE_DEFINITION) use(one.name.value);
    if (one.kind === Kind.SCHEMA_DEFINITION) for (const { type } of one.operationTypes) use(type.name.value);
  }
  for (const root of ['Query', 'Mutation', 'Subscription']) use(root);
  return used;
}
