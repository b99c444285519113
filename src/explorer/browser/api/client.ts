/** GraphQL over HTTP, to the server that this page came from. */

/** The server's answer was no answer. The message is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** The API's own code, where it gave one. */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

interface Fault {
  message: string;
  extensions?: { code?: string };
}

/**
 * Asks the server.
 *
 * @throws ApiError, or what `signal` was aborted with
 */
export async function ask<Data>(query: string, variables: object, signal?: AbortSignal): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError('The server cannot be reached.');
  });
  const { data, errors } = (await response.json().catch(() => ({}))) as { data?: Data; errors?: Fault[] };
  if (errors?.[0]) throw new ApiError(errors[0].message, errors[0].extensions?.code);
  if (!data) throw new ApiError(`The server answered ${response.status}.`);
  return data;
}
