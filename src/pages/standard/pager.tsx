import { addressOf } from '../../view/address.ts';

/** Links to the other pages of a long list of parts. Renders nothing if all parts are shown. */
export function Pager({
  id,
  anchor,
  isAfterFirst,
  next,
  kept,
}: {
  id: string;
  /** The id of the section with the list. */
  anchor: string;
  isAfterFirst: boolean;
  next: { hasNextPage: boolean; endCursor: string | null };
  /** Parameters of the address that the links keep. */
  kept?: Readonly<Record<string, string>>;
}) {
  if (!isAfterFirst && !next.hasNextPage) return null;
  const address = (after: Readonly<Record<string, string>>) => {
    const parameters = new URLSearchParams({ ...kept, ...after });
    return `${addressOf(id)}${parameters.size > 0 ? `?${parameters}` : ''}#${anchor}`;
  };
  return (
    <nav class="pager" aria-label="Pages of this list">
      {isAfterFirst && <a href={address({})}>First page</a>}{' '}
      {next.hasNextPage && next.endCursor !== null && (
        <a rel="next" href={address({ after: next.endCursor })}>
          Next page
        </a>
      )}
    </nav>
  );
}
