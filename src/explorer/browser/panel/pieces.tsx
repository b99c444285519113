/** Components of the panel. */
import type { ComponentChildren } from 'preact';
import { isEmpty, Section } from '../../../view/parts.tsx';

/** The heading of the panel. It receives the focus when the panel shows another item. */
export const Title = ({ children }: { children: ComponentChildren }) => (
  <h2 class="title" tabIndex={-1}>
    {children}
  </h2>
);

/** A section of the panel. Renders nothing if it has no content. */
export const Part = ({
  name,
  heading,
  children,
}: {
  /** Creates the id of the heading. The id is unique on the page. */
  name: string;
  heading: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <Section id={`panel-${name}`} heading={heading} level={3}>
    {children}
  </Section>
);

/** A folded section that users can open. Renders nothing if it has no content. */
export const Fold = ({ heading, children }: { heading: ComponentChildren; children?: ComponentChildren }) =>
  isEmpty(children) ? null : (
    <details class="fold">
      <summary>{heading}</summary>
      {children}
    </details>
  );
