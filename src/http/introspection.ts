import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/**
 * A validation rule that rejects introspection: the root fields `__schema` and `__type`. The field `__typename` is
 * allowed, because clients such as Apollo add it to every selection.
 */
export const noIntrospectionRule = (context: ValidationContext): ASTVisitor => ({
  Field(node) {
    const name = node.name.value;
    if (name !== '__schema' && name !== '__type') return;
    context.reportError(
      new GraphQLError(
        `${name}: introspection is turned off on this server. The schema is part of Glossograph's source.`,
        {
          nodes: node,
          extensions: { code: 'FORBIDDEN' },
        },
      ),
    );
  },
});
