import { type DocumentNode, parse } from 'graphql';
import { contextOf } from '../../schema/context.ts';
import type { ResultOf, TypedDocument, VariablesOf } from '../../schema/document.ts';
import { schema } from '../../schema/index.ts';
import type { Graph, ReadBounds } from '../graph/connect.ts';
import { createExecute } from '../http/execute.ts';
import { inOperationSpan } from '../http/operation-span.ts';
import type { RequestTrace } from '../http/trace.ts';
import type { GoneAt } from '../model/gone.ts';

/** A query, its variables, and its data. A page shows all three. */
export interface Asked<Data = unknown> {
  readonly data: Data;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The requested entities that an import removed. */
  readonly gone: readonly GoneAt[];
}

/** The result of a document, together with the document and its variables. */
export type AskedOf<Document> = Asked<ResultOf<Document>>;

/**
 * Executes a query against the API within this process, on behalf of one request. @throws the first error in the
 * response
 */
export type Ask = <Document extends TypedDocument>(
  document: Document,
  variables: VariablesOf<Document>,
) => Promise<AskedOf<Document>>;

/** What a query needs to know about the request for which it is executed. */
export type AskTrace = Pick<RequestTrace, 'deadline' | 'signal' | 'tracing'> & Pick<ReadBounds, 'isBackground'>;

/**
 * Executes queries in the same way as the API: frequent documents are compiled, and one reader serves a request until
 * its deadline.
 */
export function createAsk(graph: Graph): (trace: AskTrace) => Ask {
  const execute = createExecute(schema);
  const parsed = new WeakMap<TypedDocument, DocumentNode>();
  return (trace) => {
    const contextValue = contextOf(graph, trace);
    return async <Document extends TypedDocument>(typed: Document, given: VariablesOf<Document>) => {
      const document = parsed.get(typed) ?? parse(typed.text);
      parsed.set(typed, document);
      const variables = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
      const before = contextValue.gone.length;
      const { data, errors } = await inOperationSpan(trace.tracing, document, null, () =>
        execute({ document, contextValue, variableValues: variables }),
      );
      if (errors?.[0]) throw errors[0];
      const gone = contextValue.gone.slice(before);
      return { data: data as ResultOf<Document>, text: typed.text, variables, gone };
    };
  };
}
