import { type ExecutionResult, GraphQLError, getOperationAST, parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { presentable } from './errors.ts';
import { limitsRule } from './limits.ts';
import type { RequestTrace } from './trace.ts';

/** Long documents end in the lexer, before they cost anything; deep and wide ones in validation, once for each document. */
export function useLimits(config: Config): Plugin {
  const limits = limitsRule(config);
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: config.MAX_QUERY_TOKENS }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(limits);
    },
  };
}

/** Mutations come by POST with JSON only, so that no link, image or form of another site can make one. */
export const useMutationsByJsonOnly = (): Plugin => ({
  onExecute({ args, setResultAndStopExecution }) {
    const operation = getOperationAST(args.document, args.operationName);
    const { request } = args.contextValue as { request?: Request };
    const json =
      request?.method === 'POST' && /^application\/([\w.-]+\+)?json/.test(request.headers.get('content-type') ?? '');
    if (operation?.operation === 'mutation' && !json) {
      const error = new GraphQLError('Mutations are made by POST with a JSON body.', {
        extensions: { code: 'FORBIDDEN' },
      });
      setResultAndStopExecution({ errors: [error] });
    }
  },
});

/** Gives every error a code, masks what is not for clients, and notes what the log wants to know. */
export const usePresentableErrors = (log: Logger): Plugin<object, RequestTrace> => ({
  onParams({ params, context }) {
    context.operation = params.operationName ?? undefined;
  },
  onResultProcess({ result, setResult, serverContext }) {
    if (!('errors' in result) || result.errors === undefined) return;
    const errors = result.errors.map((error) => presentable(error as GraphQLError, log, serverContext.requestId));
    serverContext.codes = errors.map(({ extensions }) => String(extensions.code));
    setResult({ ...(result as ExecutionResult), errors });
  },
});
