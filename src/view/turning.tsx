/** Links to the page before and the page after this one. */
import { addressOf } from './address.ts';
import type { LinkedEntity } from './links.tsx';

/** The links at the end of a page in a sequence. Nothing without neighbors. */
export const Turning = ({
  previous,
  next,
  words,
  asOf = null,
}: {
  previous: LinkedEntity | null | undefined;
  next: LinkedEntity | null | undefined;
  /** What the sequence is, for readers of screens. */
  words: string;
  /** The day as of which provisions are linked. */
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
