import { type ExecutionResult, GraphQLError, getOperationAST, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Config } from '../config.ts';
import type { Present } from './errors.ts';
import { noIntrospectionRule } from './introspection.ts';
import { JSON_TYPE } from './json-post.ts';
import { limitsRule } from './limits.ts';
import { checkNesting } from './nesting.ts';
import { originalOf, type RequestTrace } from './trace.ts';

/**
 * Rejects long documents in the lexer, before they cost time. Rejects deep or wide documents in validation, and also
 * introspection if it is turned off.
 */
export function useLimits(config: Config): Plugin {
  const limits = limitsRule(config);
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        checkNesting(source);
        return parse(source, { ...options, maxTokens: config.MAX_QUERY_TOKENS });
      });
    },
    onValidate({ addValidationRule }) {
      addValidationRule(limits);
      if (!config.INTROSPECTION) addValidationRule(noIntrospectionRule);
    },
  };
}

/**
 * Accepts mutations only by POST with JSON. A link, an image, or a form on another site therefore cannot send a
 * mutation.
 */
export const useMutationsByJsonOnly = (): Plugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const operation = getOperationAST(args.document, args.operationName);
    const { request } = args.contextValue as { request?: Request };
    const json = request?.method === 'POST' && JSON_TYPE.test(request.headers.get('content-type') ?? '');
    if (operation?.operation === 'mutation' && !json) {
      const error = new GraphQLError('A mutation must be sent in a POST request with a JSON body.', {
        extensions: { code: 'FORBIDDEN' },
      });
      setResultAndStopExecution({ errors: [error] });
    }
  },
});

/**
 * Gives every error a code, masks errors that are not meant for clients, and records the operation and the codes for
 * the log.
 */
export const usePresentableErrors = (present: Present): Plugin<object, RequestTrace> => ({
  onParams({ params, context }) {
    originalOf(context).operation = params.operationName ?? undefined;
  },
  onResultProcess({ result, setResult, serverContext }) {
    if (!('errors' in result) || result.errors === undefined) return;
    const errors = result.errors.map((error) => present(error as GraphQLError, serverContext.requestId));
    originalOf(serverContext).codes = errors.map(({ extensions }) => String(extensions.code));
    setResult({ ...(result as ExecutionResult), errors });
  },
});
