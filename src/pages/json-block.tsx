/** The address of a page's query, and JSON inside a page. */
import type { Asked } from './ask.ts';

/** The address of the query's JSON response. Browsers get GraphiQL with the query filled in. */
export function queryAddress({ text, variables }: Asked): string {
  return `/graphql?${new URLSearchParams({ query: text, variables: JSON.stringify(variables) })}`;
}

/** A script element with JSON, which browsers do not run. `<` is escaped so that no text can close the element. */
export function JsonBlock({ type, value }: { type: string; value: unknown }) {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return <script type={type} dangerouslySetInnerHTML={{ __html: json }} />;
}
