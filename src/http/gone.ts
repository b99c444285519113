import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GoneAt } from '../model/gone.ts';

/** Adds the removed entities that a request asked for to the `extensions.gone` of its response. */
export function withGone(result: ExecutionResult, context: unknown): ExecutionResult {
  const gone = (context as { gone?: readonly GoneAt[] } | null)?.gone ?? [];
  return gone.length === 0 ? result : { ...result, extensions: { ...result.extensions, gone } };
}

/** Does the same for responses that Yoga creates. */
export const useGone = (): Plugin => ({
  onExecute: () => ({
    onExecuteDone({ result, setResult, args }) {
      if (!(Symbol.asyncIterator in result)) setResult(withGone(result, args.contextValue));
    },
  }),
});
