import type { Source } from 'graphql';
import { coded } from '../graph/errors.ts';

/**
 * The limit of brackets inside brackets. The deepest selection that a setting allows has 100 levels; a level may add a list of
 * arguments, and an argument may hold lists and objects.
 */
const MOST = 256;

/**
 * One token that matters here: a comment, a block string, a string, or a bracket. Every alternative matches to the end of an
 * unfinished string, so that no part of the text is read twice.
 */
const TOKENS = /#[^\n\r]*|"""[\s\S]*?(?:(?<!\\)"""|$)|"(?:\\[\s\S]|[^"\\\n\r])*?(?:"|\\?$|(?=[\n\r]))|[{}[\]()]/g;

/**
 * Rejects a document whose brackets are nested too deeply. The parser and the validation rules of graphql-js are
 * recursive, so such a document would exhaust the stack. This scan takes time in proportion to the length of the
 * document.
 *
 * @throws GraphQLError LIMIT_EXCEEDED
 */
export function checkNesting(source: string | Source): void {
  const text = typeof source === 'string' ? source : source.body;
  let depth = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    if ('{[('.includes(token)) depth += 1;
    else if ('}])'.includes(token)) depth -= 1;
    if (depth > MOST)
      throw coded('LIMIT_EXCEEDED', `The document must not nest brackets more than ${MOST} levels deep.`);
  }
}
