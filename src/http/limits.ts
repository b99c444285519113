import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Config } from '../config.ts';

/** The size of a selection, with its fragments expanded. */
interface Extent {
  depth: number;
  fields: number;
  aliases: number;
}

const NOUNS = { depth: 'levels', fields: 'fields', aliases: 'aliases' } as const;
const NOTHING: Extent = { depth: 0, fields: 0, aliases: 0 };

/**
 * Creates a validation rule that rejects documents that are too deep or too wide. It measures each fragment once, no
 * matter how often the fragment is spread. Its time is linear in the document even if the expanded selection is
 * exponential.
 */
export function limitsRule(config: Pick<Config, 'MAX_QUERY_DEPTH' | 'MAX_QUERY_FIELDS' | 'MAX_QUERY_ALIASES'>) {
  const bounds = [
    ['depth', config.MAX_QUERY_DEPTH],
    ['fields', config.MAX_QUERY_FIELDS],
    ['aliases', config.MAX_QUERY_ALIASES],
  ] as const;
  return (context: ValidationContext): ASTVisitor => {
    const measured = new Map<FragmentDefinitionNode, Extent>();
    return {
      OperationDefinition(operation) {
        const extent = extentOf(operation.selectionSet, context, measured);
        for (const [what, most] of bounds) {
          if (extent[what] <= most) continue;
          const message = `The document exceeds the limit of ${most} ${NOUNS[what]} after fragments are expanded.`;
          context.reportError(new GraphQLError(message, { nodes: operation, extensions: { code: 'LIMIT_EXCEEDED' } }));
        }
      },
    };
  };
}

function extentOf(
  set: SelectionSetNode,
  context: ValidationContext,
  measured: Map<FragmentDefinitionNode, Extent>,
): Extent {
  let [depth, fields, aliases] = [0, 0, 0];
  for (const selection of set.selections) {
    let below = NOTHING;
    let own = NOTHING;
    if (selection.kind === Kind.FIELD) {
      own = { depth: 1, fields: 1, aliases: selection.alias ? 1 : 0 };
      // What is below `__schema` is of the size of the schema, whatever the data: it is not counted.
      if (selection.selectionSet && !selection.name.value.startsWith('__'))
        below = extentOf(selection.selectionSet, context, measured);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      below = extentOf(selection.selectionSet, context, measured);
    } else {
      const fragment = context.getFragment(selection.name.value);
      if (fragment) below = extentOfFragment(fragment, context, measured);
    }
    depth = Math.max(depth, own.depth + below.depth);
    fields += own.fields + below.fields;
    aliases += own.aliases + below.aliases;
  }
  return { depth, fields, aliases };
}

function extentOfFragment(
  fragment: FragmentDefinitionNode,
  context: ValidationContext,
  measured: Map<FragmentDefinitionNode, Extent>,
): Extent {
  const known = measured.get(fragment);
  if (known) return known;
  measured.set(fragment, NOTHING); // another rule rejects a fragment that spreads itself
  const extent = extentOf(fragment.selectionSet, context, measured);
  measured.set(fragment, extent);
  return extent;
}
