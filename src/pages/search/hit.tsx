/** A result of a search. */
import type { ComponentChildren } from 'preact';
import { isReservedVocabulary } from '../../model/vocabulary.ts';
import { addressOf, sectionCitation } from '../../view/address.ts';
import { KindName } from '../../view/shape.tsx';
import type { FoundEdge, NamedEntity } from './documents.ts';
import { Marked, Passage } from './passage.tsx';
import { whyFound } from './reasons.ts';

/** What a result is shown for. */
interface HitProps {
  edge: FoundEdge;
  query: string;
  /** The date of the search. Provisions are linked as of this date. */
  asOf: string | null;
}

/** A result in the list. */
export const Hit = ({ edge, query, asOf }: HitProps) => (
  <article class="hit">
    <Name edge={edge} asOf={asOf} />
    <Passage edge={edge} />
    <p class="why">{whyFound(edge, query)}</p>
  </article>
);

/** The entity that the query names or cites exactly, with its meaning or text. */
export function Best({ edge, query, asOf, named }: HitProps & { named: NamedEntity }) {
  const { node } = edge;
  const text = 'text' in named && !('definitions' in named) ? named.text : null;
  const definitions = 'definitions' in named ? named.definitions : [];
  const places = [...new Map(definitions.map(({ regulation }) => [regulation.id, regulation])).values()];
  return (
    <section class="best hit" aria-label="Best answer">
      <Name edge={edge} asOf={asOf} />
      {text ? <p class="law">{shortened(text)}</p> : node.summary && <p>{node.summary}</p>}
      {places.length > 0 && (
        <p class="says">
          Defined in{' '}
          {places.slice(0, MOST_PLACES).map(({ id, citation }, i) => (
            <>
              {i > 0 && ', '}
              <a href={addressOf(id)}>{sectionCitation(citation)}</a>
            </>
          ))}
          {places.length > MOST_PLACES && ` and ${places.length - MOST_PLACES} more`}
        </p>
      )}
      <p class="why">{whyFound(edge, query)}</p>
    </section>
  );
}

const MOST_PLACES = 5;
/** Characters after which the text of a provision is cut: the page has all of it. */
const LONGEST = 700;
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;

/** What it is, and its name as a link. A provision has its citation, then its heading. */
function Name({ edge: { node, highlights }, asOf }: Pick<HitProps, 'edge' | 'asOf'>) {
  const of = (field: string, text: string) => {
    const found = highlights.find((one) => one.field === field && one.text === text);
    return found ? <Marked found={found} /> : text;
  };
  const name = 'citation' in node ? sectionCitation(node.citation) : of('label', node.label);
  const heading = 'heading' in node && node.heading ? node.heading : null;
  return (
    <>
      <p class="what">
        <KindName kind={node.kind} /> <From node={node} />
      </p>
      <h2 class="hit-name">
        <a href={addressOf(node.id, asOf)}>{name}</a>
        {heading && <span class="heading"> {of('heading', heading)}</span>}
      </h2>
    </>
  );
}

/** Whose term it is, unless it is ours or the law's, or of which standard it is a part. */
function From({ node }: { node: FoundEdge['node'] }): ComponentChildren {
  if ('vocabulary' in node && !isReservedVocabulary(node.vocabulary.key)) return <>· {node.vocabulary.name}</>;
  if ('ancestors' in node && node.ancestors.length > 0) {
    const names = node.ancestors.filter(({ level }) => level !== 'STANDARD').map(({ label }) => label);
    return names.length === 0 ? null : <>· {names.join(' · ')}</>;
  }
  return null;
}
