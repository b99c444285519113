/** Links to the previous page and the next page. */
import { addressOf } from './address.ts';
import type { LinkedEntity } from './links.tsx';

/** The links at the end of a page in a sequence. Renders nothing if there are no neighbors. */
export const Turning = ({
  previous,
  next,
  words,
  asOf = null,
}: {
  previous: LinkedEntity | null | undefined;
  next: LinkedEntity | null | undefined;
  /** A description of the sequence, for screen readers. */
  words: string;
  /** The date of the linked provisions. */
  asOf?: string | null;
}) =>
  !previous && !next ? null : (
    <nav class="turning" aria-label={words}>
      {previous && (
        <a rel="prev" href={addressOf(previous.id, asOf)}>
          <span class="muted">Previous</span> {previous.label}
        </a>
      )}
      {next && (
        <a rel="next" href={addressOf(next.id, asOf)}>
          <span class="muted">Next</span> {next.label}
        </a>
      )}
    </nav>
  );
