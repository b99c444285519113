/** The sources of a page, and the statements that they support. */
import { Day } from './days.tsx';
import { OutsideLink } from './links.tsx';

/** A document on which a page is based. */
export interface Source {
  id: string;
  name: string;
  url: string | null;
  retrieved: string | null;
}

/** A statement on the page: the id of the mark at its end, and the heading of its section. */
export interface Claim {
  id: string;
  where: string;
}

/** The id of a numbered source on a page. Numbers start at 1. */
export const sourceAnchor = (number: number): string => `source-${number}`;

/**
 * The sources of a page as a numbered list, in the given order. Marks in the text link to a source, and each source
 * links back to its statements. Sources of the whole page, without a specific statement, are folded if there are many.
 */
export function Sources({ sources, claimsOf }: { sources: readonly Source[]; claimsOf: (id: string) => Claim[] }) {
  if (sources.length === 0) return null;
  const all = sources.map((source, i) => ({ source, number: i + 1, claims: claimsOf(source.id) }));
  const cited = all.filter(({ claims }) => claims.length > 0).length;
  const shown = sources.length - cited > SOME ? Math.max(cited, SOME) : sources.length;
  return (
    <>
      <ol class="sources">{all.slice(0, shown).map(item)}</ol>
      {shown < all.length && (
        <details>
          <summary>{all.length - shown} more sources</summary>
          <ol class="sources" start={shown + 1}>
            {all.slice(shown).map(item)}
          </ol>
        </details>
      )}
    </>
  );
}

/** This many sources without a statement of their own are in sight. */
const SOME = 5;

const item = ({ source, number, claims }: { source: Source; number: number; claims: readonly Claim[] }) => (
  <li id={sourceAnchor(number)}>
    <OutsideLink address={source.url}>{source.name}</OutsideLink>
    {source.retrieved && (
      <span class="muted">
        {' · '}
        retrieved <Day date={source.retrieved} />
      </span>
    )}
    {claims.length > 0 && (
      <span class="muted claims">
        {' · '}
        cited in{' '}
        {claims.map(({ id, where }, i) => (
          <>
            {i > 0 && ', '}
            <a href={`#${id}`}>{where}</a>
          </>
        ))}
      </span>
    )}
  </li>
);
