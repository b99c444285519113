/**
 * Tables that are wider than a phone. Below a certain width, the cells of a row appear one below another, each with the
 * name of its column.
 */
import type { ComponentChildren } from 'preact';

/**
 * A table with a header. If it does not fit and is not stacked, the table itself scrolls, so it must be reachable by
 * keyboard.
 */
export const WideTable = ({
  name,
  looks,
  columns,
  children,
}: {
  /** A description of the table, for screen readers. */
  name: string;
  /** A class for the style sheet. */
  looks?: string;
  columns: readonly string[];
  /** One or more table bodies. */
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
 * @param column the column name that the style sheet writes before the cell if the header is not visible; absent if the
 * cell is clear without it
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
