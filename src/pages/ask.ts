import { type DocumentNode, parse } from 'graphql';
import { contextOf } from '../../schema/context.ts';
import { schema } from '../../schema/index.ts';
import type { Graph } from '../graph/connect.ts';
import { createExecute } from '../http/execute.ts';
import type { RequestTrace } from '../http/trace.ts';

/** A document against our own schema, from which a page is made, and the shape of its answer. */
export interface Question<Data, Variables extends object> {
  readonly text: string;
  readonly document: DocumentNode;
  /** Only for the type checker. */
  readonly answers?: (variables: Variables) => Data;
}

/** A document and the fragments that it spreads, as one text. */
export function question<Data, Variables extends object>(...texts: readonly string[]): Question<Data, Variables> {
  const text = `${texts.map((piece) => piece.trim()).join('\n\n')}\n`;
  return { text, document: parse(text) };
}

/** What was asked and what came of it: a page shows both. */
export interface Asked<Data = unknown> {
  readonly data: Data;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Asks the API within this process, on behalf of one request. Throws the first error of the answer. */
export type Ask = <Data, Variables extends object>(
  question: Question<Data, Variables>,
  variables: Variables,
) => Promise<Asked<Data>>;

/** As the API itself does: documents that come often are compiled, and one reader serves a request, until its deadline. */
export function createAsk(graph: Graph): (trace: RequestTrace) => Ask {
  const execute = createExecute(schema);
  return (trace) => {
    const contextValue = contextOf(graph, trace);
    return async <Data, Variables extends object>(
      { text, document }: Question<Data, Variables>,
      given: Variables,
    ): Promise<Asked<Data>> => {
      const variables = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const { data, errors } = await execute({ document, contextValue, variableValues: variables });
      if (errors?.[0]) throw errors[0];
      return { data: data as Data, text, variables };
    };
  };
}
