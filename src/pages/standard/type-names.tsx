import { addressOf } from '../../view/address.ts';
import type { TypeLinks } from './types.ts';

/** Names, and what stands between them. */
const PIECES = /[A-Za-z][\w.-]*|[^A-Za-z]+/g;

/** The types of an element. Each name is a link if the graph contains the type. */
export const TypeNames = ({ types, links }: { types: readonly string[]; links: TypeLinks }) => (
  <code class="types">
    {types.map((type, i) => (
      <>
        {i > 0 && ', '}
        {(type.match(PIECES) ?? []).map((piece) => {
          const id = links.get(piece);
          return id === undefined ? piece : <a href={addressOf(id)}>{piece}</a>;
        })}
      </>
    ))}
  </code>
);
