/** An index: a list of names with descriptions. */
import type { ComponentChildren } from 'preact';

/** An entry of an index. */
export interface Entry {
  readonly name: ComponentChildren;
  /** Small text below the name, such as a citation. */
  readonly note?: ComponentChildren;
  readonly about: ComponentChildren;
}

/** The entries of an index. Renders nothing if there are no entries. */
export const Entries = ({ entries }: { entries: readonly Entry[] }) =>
  entries.length === 0 ? null : (
    <dl class="entries">
      {entries.map(({ name, note, about }) => (
        <div>
          <dt>
            {name}
            {note && <span class="note">{note}</span>}
          </dt>
          <dd>{about}</dd>
        </div>
      ))}
    </dl>
  );

/** A choice between lists: a link to each list. One of the lists is open. */
export const Choices = ({
  name,
  choices,
}: {
  /** A label for the choice, for screen readers. */
  name: string;
  choices: readonly { href: string; words: ComponentChildren; count?: number; isOpen: boolean }[];
}) => (
  <nav class="choices" aria-label={name}>
    <ul>
      {choices.map(({ href, words, count, isOpen }) => (
        <li>
          <a href={href} aria-current={isOpen ? 'page' : undefined}>
            {words}
          </a>
          {count !== undefined && <span class="muted"> {inDigits(count)}</span>}
        </li>
      ))}
    </ul>
  </nav>
);

/** Links to the previous page and the next page. Renders nothing if there is only one page. */
export const Pager = ({
  previous,
  next,
}: {
  previous?: { href: string; words: string } | undefined;
  next?: { href: string; words: string } | undefined;
}) =>
  previous === undefined && next === undefined ? null : (
    <nav class="pages" aria-label="Pages">
      {previous && (
        <a rel="prev" href={previous.href}>
          <span aria-hidden="true">←</span> {previous.words}
        </a>
      )}
      {next && (
        <a rel="next" href={next.href}>
          {next.words} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );

const DIGITS = new Intl.NumberFormat('en-US');

/** A formatted number, such as "10,170". */
export const inDigits = (count: number): string => DIGITS.format(count);

/** A number and a noun, such as "1 term" or "10,170 terms". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${inDigits(count)} ${count === 1 ? one : many}`;
