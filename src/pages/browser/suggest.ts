import { document as query, type ResultOf } from '../../../schema/document.ts';
import { addressOf } from '../../view/address.ts';
import { type Suggestions, suggested } from '../../view/browser/suggestion-list.tsx';

/** What the box asks at every key. The server's warm-up plans the same fields. */
const SUGGEST = query(`query Suggest($prefix: String!) {
  suggest(prefix: $prefix, limit: 8) { entity { id kind label summary ... on Term { vocabulary { key name } } } matchedAlias { name } }
}`);

/**
 * Finds names that begin with the typed text, most likely names first. Returns nothing if the server does not respond.
 */
export async function suggest(prefix: string, signal: AbortSignal): Promise<Suggestions> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: SUGGEST.text, variables: { prefix } }),
    signal,
  });
  const { data }: { data?: ResultOf<typeof SUGGEST> | null } = await response.json();
  return { suggested: (data?.suggest ?? []).map((one) => suggested(one, addressOf(one.entity.id))) };
}
