/** The related terms of a term, and its names in other vocabularies. */
import { isReservedVocabulary } from '../../model/vocabulary.ts';
import { EntityLink, OutsideLink } from '../../view/links.tsx';
import { cards, inWords, list } from '../../view/parts.tsx';
import { exploreAddress } from '../neighborhood.tsx';
import type { FoundTerm } from './query.ts';

type Edge = FoundTerm['related']['edges'][number];

/** A term, and how it is related: one term can be related in several ways. */
interface RelatedTerm {
  id: string;
  label: string;
  shortDefinition: string | null;
  how: string[];
}

/** This many terms have cards. */
const CARDS = 12;

/** How a term at the end of a relation is related to the term of the page. */
function wordsFor({ type, direction }: Edge): string {
  if (type === 'CONTRASTS_WITH') return 'often confused';
  if (type === 'BROADER') return direction === 'OUT' ? 'broader term' : 'narrower term';
  return 'related';
}

/** The related terms without duplicates, most relevant first. */
export function relatedTerms({ related }: FoundTerm): RelatedTerm[] {
  const terms = new Map<string, RelatedTerm>();
  for (const edge of related.edges) {
    const { id, label, ...more } = edge.node;
    const shortDefinition = ('shortDefinition' in more && more.shortDefinition) || null;
    const term = terms.get(id) ?? { id, label, shortDefinition, how: [] };
    terms.set(id, { ...term, how: [...new Set([...term.how, wordsFor(edge)])] });
  }
  return [...terms.values()].map((term) => ({
    ...term,
    how: term.how.length > 1 ? term.how.filter((words) => words !== 'related') : term.how,
  }));
}

/** The terms that are easily confused with a term. */
export const contrasts = ({ related }: FoundTerm) =>
  related.edges.flatMap(({ type, node }) =>
    type === 'CONTRASTS_WITH' ? [<EntityLink id={node.id} label={node.label} />] : [],
  );

/** The related terms as cards, and the others by name. Null if there are none. */
export function relatedCards(found: FoundTerm) {
  const terms = relatedTerms(found);
  if (terms.length === 0) return null;
  const rest = terms.slice(CARDS);
  const unread = found.related.totalCount > found.related.edges.length;
  return (
    <>
      {cards(
        terms.slice(0, CARDS).map(({ id, label, shortDefinition, how }) => ({
          name: (
            <>
              <EntityLink id={id} label={label} /> <span class="muted">{how.join(', ')}</span>
            </>
          ),
          about: shortDefinition,
        })),
      )}
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more related terms</summary>
          {list(
            rest.map(({ id, label, how }) => (
              <>
                <EntityLink id={id} label={label} /> <span class="muted">{how.join(', ')}</span>
              </>
            )),
            'columns',
          )}
        </details>
      )}
      <p class="note">
        {unread && `This page shows the ${terms.length} most relevant terms. `}
        <a href={exploreAddress(found.id)}>Explore all relations</a>
      </p>
    </>
  );
}

/**
 * The vocabulary of a term, which every page of another vocabulary states. Not shown for terms of the seed or of the
 * law.
 */
export function vocabularyOf({ vocabulary: { key, name, url, license } }: FoundTerm) {
  if (isReservedVocabulary(key)) return null;
  return (
    <>
      <OutsideLink address={url}>{name}</OutsideLink>
      {license && (
        <>
          <br />
          <span class="muted">{license}</span>
        </>
      )}
    </>
  );
}

/** The names in other vocabularies, folded because they are not Glossograph's own words. */
export function Elsewhere({ name, mappings: { totalCount, edges } }: Pick<FoundTerm, 'name' | 'mappings'>) {
  if (edges.length === 0) return null;
  const more = totalCount - edges.length;
  const keys = [...new Set(edges.flatMap(({ node: { term } }) => term?.vocabulary.key ?? []))];
  return (
    <details class="elsewhere">
      <summary>
        In other vocabularies <span class="muted">{totalCount}</span>
      </summary>
      {list(
        edges.map(({ node: { predicate, iri, term, evidence } }) => (
          <>
            {term ? (
              <>
                <EntityLink id={term.id} label={term.label} /> <span class="muted">{term.vocabulary.name}</span>
              </>
            ) : (
              <OutsideLink address={iri}>{iri}</OutsideLink>
            )}{' '}
            <span class="muted">
              {evidence.some(({ rule }) => rule === 'MATCHED')
                ? 'same name'
                : `${inWords(predicate).toLowerCase()} match`}
            </span>
            {term?.shortDefinition && (
              <>
                <br />
                {term.shortDefinition}
              </>
            )}
          </>
        )),
      )}
      {more > 0 && (
        <p class="note">
          The first {edges.length} of {totalCount}.{' '}
          {keys.length > 0 && (
            <a href={`/search?${new URLSearchParams({ q: name, kinds: 'TERM', vocabularies: keys.join(',') })}`}>
              Search these vocabularies for “{name}”
            </a>
          )}
        </p>
      )}
    </details>
  );
}
