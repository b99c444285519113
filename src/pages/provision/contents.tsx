/**
 * The contents of a part next to the text of its sections. They show the reader's position, the previous section, and
 * the next section.
 */
import type { ComponentChildren } from 'preact';
import { addressOf, shortCitation } from '../../view/address.ts';
import { briefHeading, calmHeading } from '../../view/heading.ts';
import { anchorOf, type Passage } from '../../view/law/passage.ts';
import type { LinkedEntity } from '../../view/links.tsx';
import type { ContentsEntry, PartContents, Provision, ProvisionFacts } from './asked.ts';

/** What the contents of a part need to know of the page that they stand on. */
interface Place {
  readonly part: PartContents;
  readonly found: ProvisionFacts;
  /** The section's text, whose first-level paragraphs become anchors. Empty if there is no text. */
  readonly passages: readonly Passage[];
  readonly asOf: string | null;
}

const sectionOf = (citation: string): string => citation.replace(/\(.*$/s, '');

/** The members of a group of sections. A section has none here because its paragraphs are on its own page. */
export const partsOf = <Entry extends { level: string; children?: Entry[] }>({
  level,
  children = [],
}: Entry): Entry[] => (level === 'SECTION' || level === 'APPENDIX' ? [] : children);

/** The sections and appendices of a part in their order, across subparts, without reserved ones. */
const leavesOf = ({ children }: PartContents): Provision[] =>
  children
    .flatMap((entry): ContentsEntry[] => (isGroup(entry) ? partsOf<ContentsEntry>(entry) : [entry]))
    .filter(({ reserved, level }) => !reserved && (level === 'SECTION' || level === 'APPENDIX'));

const isGroup = ({ level }: ContentsEntry) => level === 'SUBPART' || level === 'SUBJECT_GROUP';

const labeled = (one: Provision | null | undefined): LinkedEntity | null =>
  one ? { id: one.id, label: `${shortCitation(one.citation)} ${briefHeading(one.heading) ?? ''}`.trim() } : null;

/**
 * The previous and the next provision. For a section, they can be in another subpart; for any other provision, they
 * have the same parent.
 */
export function neighborsOf(
  found: ProvisionFacts,
  part: PartContents | null | undefined,
): { previous: LinkedEntity | null; next: LinkedEntity | null } {
  const leaves = part ? leavesOf(part) : [];
  const at = leaves.findIndex(({ citation }) => citation === found.citation);
  const [previous, next] = at < 0 ? [found.previous, found.next] : [leaves[at - 1], leaves[at + 1]];
  return { previous: labeled(previous), next: labeled(next) };
}

/** The contents of the part: a column next to the text, or a folded list above it on narrow screens. */
export function Contents(place: Place) {
  const { part, found, asOf } = place;
  const { heading, citation, id } = part;
  return (
    <nav class="part-contents" aria-label={`Contents of ${citation}`}>
      <details>
        <summary>
          Contents of {shortCitation(citation)} <span class="muted">{shortCitation(sectionOf(found.citation))}</span>
        </summary>
        <p class="part">
          <a href={addressOf(id, asOf)}>
            {citation} <span class="heading">{heading && calmHeading(heading)}</span>
          </a>
        </p>
        <ol>
          {part.children.map((entry) =>
            isGroup(entry) ? <Group entry={entry} place={place} /> : <Entry entry={entry} place={place} />,
          )}
        </ol>
      </details>
    </nav>
  );
}

/** A subpart, open if the reader is in it. */
function Group({ entry, place }: { entry: ContentsEntry; place: Place }) {
  const { id, citation, heading } = entry;
  const sections = partsOf<ContentsEntry>(entry);
  const here = sectionOf(place.found.citation);
  const isHere = citation === here;
  const isOpen = isHere || sections.some((one) => one.citation === here);
  if (sections.length === 0) return <Entry entry={entry} place={place} />;
  return (
    <li>
      <details open={isOpen}>
        <summary>
          {shortCitation(citation)} <span class="heading">{heading && calmHeading(heading)}</span>
        </summary>
        <ol>
          <li>
            <Here href={addressOf(id, place.asOf)} current={isHere ? 'page' : undefined}>
              All of {shortCitation(citation)}
            </Here>
          </li>
          {sections.map((one) => (
            <Entry entry={one} place={place} />
          ))}
        </ol>
      </details>
    </li>
  );
}

/** A section; the one that the reader is in has its paragraphs. A reserved one is left out, because it has nothing to read. */
function Entry({ entry, place: { found, passages, asOf } }: { entry: ContentsEntry; place: Place }) {
  const { id, citation, heading, reserved } = entry;
  const isPage = citation === found.citation;
  const isHere = citation === sectionOf(found.citation);
  if (reserved && !isHere) return null;
  return (
    <li>
      <Here href={addressOf(id, asOf)} current={isPage ? 'page' : isHere ? 'true' : undefined}>
        {shortCitation(citation)} <span class="heading">{reserved ? '[Reserved]' : briefHeading(heading)}</span>
      </Here>
      {isPage && <Anchors passages={passages} />}
    </li>
  );
}

const Here = ({
  href,
  current,
  children,
}: {
  href: string;
  current: 'page' | 'true' | undefined;
  children: ComponentChildren;
}) => (
  <a href={href} aria-current={current}>
    {children}
  </a>
);

/** The paragraphs directly within the text, as anchors in the page. */
function Anchors({ passages }: { passages: readonly Passage[] }) {
  const [root, ...rest] = passages;
  const first = rest.filter(({ citation, text }) => text && citation.replace(/\([^()]*\)$/, '') === root?.citation);
  return first.length === 0 ? null : (
    <ol class="anchors">
      {first.map(({ id, citation, heading, text }) => (
        <li>
          <a href={`#${anchorOf(id)}`}>
            {text?.startsWith('(') ? shortCitation(citation) : shortCitation(citation).replace(/^\(|\)$/g, '')}{' '}
            <span class="heading">{text?.startsWith('(') ? nameOf(heading, text) : null}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}

/** Characters of a paragraph without a heading that stand for it. */
const LONGEST = 48;

/** What a paragraph is called: its heading, or how it begins. */
function nameOf(heading: string | null, text: string): string {
  const name = briefHeading(heading);
  if (name !== null) return name;
  const words = text.replace(/^\([^)]*\)\s*/, '');
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}
