/** Components of the panel. */
import type { ComponentChildren } from 'preact';
import { isEmpty, Section } from '../../../view/parts.tsx';

/** The heading of the panel, which takes the focus when the panel shows something else. */
export const Title = ({ children }: { children: ComponentChildren }) => (
  <h2 class="title" tabIndex={-1}>
    {children}
  </h2>
);

/** A section of the panel. Nothing without content. */
export const Part = ({
  name,
  heading,
  children,
}: {
  /** Makes the id of the heading, which is unique in the page. */
  name: string;
  heading: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <Section id={`panel-${name}`} heading={heading} level={3}>
    {children}
  </Section>
);

/** What readers open if they want it. Nothing without content. */
export const Fold = ({ heading, children }: { heading: ComponentChildren; children?: ComponentChildren }) =>
  isEmpty(children) ? null : (
    <details class="fold">
      <summary>{heading}</summary>
      {children}
    </details>
  );
