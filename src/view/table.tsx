/** Tables that are wider than a phone: below a width, the cells of a row stand below each other, each with its column. */
import type { ComponentChildren } from 'preact';

/** A table with a header. Where it has no room and is not stacked, it scrolls by itself, so the keyboard must reach it. */
export const WideTable = ({
  name,
  looks,
  columns,
  children,
}: {
  /** What the table is, for readers of screens. */
  name: string;
  /** A class for the style sheet. */
  looks?: string;
  columns: readonly string[];
  /** The body, or several. */
  children: ComponentChildren;
}) => (
  <section class="table" tabIndex={0} aria-label={name}>
    <table class={looks}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  </section>
);

/**
 * A cell.
 *
 * @param column what the style sheet writes before the cell once the header is out of sight; none if the cell speaks for itself
 */
export const Cell = ({
  column,
  looks,
  children,
}: {
  column?: string | undefined;
  looks?: string;
  children?: ComponentChildren;
}) => (
  <td class={looks} data-column={column}>
    {children}
  </td>
);
