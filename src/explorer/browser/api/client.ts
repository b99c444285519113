/** Sends GraphQL requests over HTTP to the server that delivered this page. */
import type { ResultOf, TypedDocument, VariablesOf } from '../../../../schema/document.ts';
import { undateAnswer } from '../../../model/dated-id.ts';

/** A failed request. The message is shown to users. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The error code from the API, such as TIMEOUT, if there is one. */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** The body of a response, as far as it could be read. */
interface GraphqlResponse<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Sends a query and returns its data.
 *
 * @throws ApiError, or the reason if `signal` was aborted
 */
export async function ask<Document extends TypedDocument>(
  { text }: Document,
  variables: VariablesOf<Document>,
  signal?: AbortSignal,
): Promise<ResultOf<Document>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: text, variables }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError('The server cannot be reached.');
  });
  const { data, errors }: GraphqlResponse<ResultOf<Document>> = await response.json().catch(() => ({}));
  if (errors?.[0]) throw new ApiError(errors[0].message, errors[0].extensions?.code);
  if (!data) throw new ApiError(`The server responded with the status code ${response.status}.`);
  return undateAnswer(data);
}

/**
 * Returns the value of a root field. A root field is null only if there is an error, and `ask` throws that error.
 * @throws ApiError
 */
export function present<Value>(value: Value | null): Value {
  if (value === null) throw new ApiError('The server sent no data.');
  return value;
}
