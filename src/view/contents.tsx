/** The sections of a page, and the table of contents that lists them. */
import type { ComponentChildren } from 'preact';
import { isEmpty, Section } from './parts.tsx';

/** A section of a page. `name` is its name in the table of contents, if the heading contains more than plain words. */
export interface PageSection {
  id: string;
  heading: ComponentChildren;
  name?: string;
  content: ComponentChildren;
}

/** Fewer sections than this need no contents. */
const FEWEST = 4;

const links = (sections: readonly PageSection[]) => (
  <ul>
    {sections
      .filter(({ content }) => !isEmpty(content))
      .map(({ id, heading, name }) => (
        <li>
          <a href={`#${id}`}>{name ?? heading}</a>
        </li>
      ))}
  </ul>
);

const isShort = (sections: readonly PageSection[]): boolean =>
  sections.filter(({ content }) => !isEmpty(content)).length < FEWEST;

/** The table of contents next to the text, on wide screens. Renders nothing for a short page. */
export const ContentsBeside = ({ sections }: { sections: readonly PageSection[] }) =>
  isShort(sections) ? null : (
    <nav class="contents beside" aria-label="On this page">
      <p class="aside">On this page</p>
      {links(sections)}
    </nav>
  );

/** The same table of contents above the text, folded, on narrow screens. */
export const ContentsAbove = ({ sections }: { sections: readonly PageSection[] }) =>
  isShort(sections) ? null : (
    <nav class="contents above" aria-label="Contents">
      <details>
        <summary>On this page</summary>
        {links(sections)}
      </details>
    </nav>
  );

/** The sections in order, each with its heading. Sections without content are omitted. */
export const PageSections = ({ sections }: { sections: readonly PageSection[] }) => (
  <>
    {sections.map(({ id, heading, content }) => (
      <Section id={id} heading={heading}>
        {content}
      </Section>
    ))}
  </>
);
