/** Components that several kinds of pages share. A component without content renders nothing. */
import type { ComponentChildren } from 'preact';

/** Whether a value renders nothing. */
export const isEmpty = (content: ComponentChildren): boolean =>
  content === null ||
  content === undefined ||
  content === false ||
  content === '' ||
  (Array.isArray(content) && content.every(isEmpty));

/**
 * A section with a heading that has an anchor. Renders nothing if there is no content.
 *
 * @param level the level of the heading: 3 if the title has level 2, as in the explorer
 */
export function Section({
  id,
  heading,
  level = 2,
  children,
}: {
  id: string;
  heading: ComponentChildren;
  level?: 2 | 3;
  children?: ComponentChildren;
}) {
  if (isEmpty(children)) return null;
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{heading}</Heading>
      {children}
    </section>
  );
}

/** A list of items. Null if there are none, so that a section can detect this. */
export const list = (items: readonly ComponentChildren[], looks?: string) =>
  items.length === 0 ? null : (
    <ul class={looks}>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );

/** A list of which only the first items are shown. The reader can open the rest. Null if there are no items. */
export function folded(items: readonly ComponentChildren[], shown: number, looks?: string) {
  const rest = list(items.slice(shown), looks);
  return rest === null ? (
    list(items, looks)
  ) : (
    <>
      {list(items.slice(0, shown), looks)}
      <details>
        <summary>{items.length - shown} more</summary>
        {rest}
      </details>
    </>
  );
}

/** Items and their descriptions, side by side. Null if there are none. */
export const cards = (items: readonly { name: ComponentChildren; about: ComponentChildren }[]) =>
  items.length === 0 ? null : (
    <dl class="cards">
      {items.map(({ name, about }) => (
        <div>
          <dt>{name}</dt>
          <dd>{about}</dd>
        </div>
      ))}
    </dl>
  );

/** A table of names and values. Rows without a value are omitted. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  const known = rows.filter(([, value]) => !isEmpty(value));
  return known.length === 0 ? null : (
    <dl class="facts">
      {known.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Breadcrumbs: the pages that contain this page, outermost first. */
export const Crumbs = ({ names }: { names: readonly { href: string; name: string; title?: string | null }[] }) =>
  names.length === 0 ? null : (
    <nav class="crumbs" aria-label="Breadcrumbs">
      <ol>
        {names.map(({ href, name, title }) => (
          <li>
            <a href={href} title={title ?? name}>
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );

/** Capitalizes the first letter. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An enum value in words. For example, "DATA_ELEMENT" becomes "Data element". */
export const inWords = (value: string): string => capital(value.toLowerCase().replaceAll('_', ' '));
