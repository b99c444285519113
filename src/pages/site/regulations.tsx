/** The contents of the law: every part, with its subparts and sections folded. */
import { addressOf, shortCitation } from '../../view/address.ts';
import { countOf } from '../../view/entries.tsx';
import { calmHeading } from '../../view/heading.ts';
import type { SitePage } from '../page.ts';
import { type ContentsEntry, countLevel, lawContents, type PartContents } from './contents.ts';

/** /regulations */
export const regulations: SitePage = {
  path: '/regulations',
  async answer({ ask }) {
    const parts = await lawContents(ask);
    const titles = byTitle(parts);
    const many = `${countOf(parts.length, 'part')} and ${countOf(countLevel(parts, 'SECTION'), 'section')}`;
    return {
      title: 'The law',
      description: `The contents of the Code of Federal Regulations in Glossograph: ${many} on health IT.`,
      looks: 'wide',
      area: 'law',
      main: (
        <>
          <p class="count">
            {many} of the Code of Federal Regulations. For a part that is not imported in full, the list contains only
            the known sections.
          </p>
          <p class="more">
            See also the <a href="/statutes">statutes</a> behind the law and the <a href="/rules">rules</a> that made
            it.
          </p>
          {titles.map(({ citation, heading, parts: those }) => (
            <section class="contents" aria-labelledby={idOf(citation)}>
              <h2 id={idOf(citation)}>
                {citation}
                {heading && <span class="muted"> {calmHeading(heading)}</span>}
              </h2>
              <ul>
                {those.map((part) => (
                  <Part part={part} />
                ))}
              </ul>
            </section>
          ))}
        </>
      ),
    };
  },
};

const idOf = (citation: string): string => citation.toLowerCase().replaceAll(' ', '-');

/** Parts by the title that contains them, in their order. */
function byTitle(parts: readonly PartContents[]) {
  const titles = new Map<string, { citation: string; heading: string | null; parts: PartContents[] }>();
  for (const part of parts) {
    const citation = part.title?.citation ?? part.citation.replace(/ Part .*$/, '');
    const title = titles.get(citation) ?? { citation, heading: part.title?.heading ?? null, parts: [] };
    title.parts.push(part);
    titles.set(citation, title);
  }
  return [...titles.values()];
}

/** A part, and what it contains when a reader opens it. */
function Part({ part }: { part: PartContents }) {
  const counts = [
    [countLevel(part.entries, 'SUBPART'), 'subpart'],
    [countLevel(part.entries, 'SECTION'), 'section'],
    [countLevel(part.entries, 'APPENDIX'), 'appendix', 'appendices'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, one, many]) => countOf(count, one, many));
  return (
    <li>
      <EntryName entry={part} />
      {told.length > 0 && (
        <details>
          <summary>
            {told.join(', ')}
            <span class="unseen"> of {shortCitation(part.citation)}</span>
          </summary>
          <Inside entries={part.entries} />
        </details>
      )}
    </li>
  );
}

const Inside = ({ entries }: { entries: readonly ContentsEntry[] }) => (
  <ul>
    {entries.map((entry) => (
      <li class={entry.level === 'SUBPART' ? 'division' : undefined}>
        <EntryName entry={entry} />
        {entry.entries.length > 0 && <Inside entries={entry.entries} />}
      </li>
    ))}
  </ul>
);

const EntryName = ({ entry: { id, citation, heading, reserved } }: { entry: ContentsEntry }) => (
  <p>
    <a href={addressOf(id)}>{shortCitation(citation)}</a>
    {heading && <span> {calmHeading(heading)}</span>}
    {reserved && <span class="muted"> Reserved</span>}
  </p>
);
