/** The index of terms: by letter, by category, and by vocabulary. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { nameKey } from '../../search/words.ts';
import { addressOf } from '../../view/address.ts';
import { Choices, countOf, Entries, Pager } from '../../view/entries.tsx';
import { Letters } from '../../view/letters.tsx';
import { ProvisionsInLine } from '../../view/provisions-in-line.tsx';
import type { Ask } from '../ask.ts';
import type { PageContent, SitePage } from '../page.ts';
import { remembered } from '../remembered.ts';
import { type AskedTerms, askedTerms, OWN_VOCABULARIES, termsAddress } from './terms-asked.ts';

const TERMS = document(`
query Terms(
  $vocabularies: [String!], $category: String, $startsWith: String,
  $first: Int, $after: String, $last: Int, $before: String
) {
  terms(
    vocabularies: $vocabularies, category: $category, startsWith: $startsWith,
    first: $first, after: $after, last: $last, before: $before
  ) {
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { node { id name shortDefinition definitions { regulation { id citation } } } }
  }
}`);

const COUNT = document(`
query CountOfTerms($vocabularies: [String!], $category: String, $startsWith: String) {
  terms(vocabularies: $vocabularies, category: $category, startsWith: $startsWith) { totalCount }
}`);

const AROUND = document(`
query AroundTerms($own: [String!]) {
  vocabularies { key name termCount description }
  categories(vocabularies: $own) { name count }
}`);

/** The vocabularies, and the categories of Glossograph's own terms. */
export const aroundTerms = remembered(async (ask) => (await ask(AROUND, { own: [...OWN_VOCABULARIES] })).data);

type Around = ResultOf<typeof AROUND>;
type Terms = NonNullable<ResultOf<typeof TERMS>['terms']>;
type ListedTerm = Terms['edges'][number]['node'];

const PAGE = 100;

/** /terms */
export const terms: SitePage = {
  path: '/terms',
  examples: ['letter=A', 'category=Records'],
  canonicalParameters: ['letter', 'category', 'vocabulary', 'after'],
  async answer({ given, ask }): Promise<PageContent> {
    const asked = askedTerms(given);
    const around = await aroundTerms(ask);
    const [found, count] = await Promise.all([termsOf(ask, asked), countIn(ask, asked, around)]);
    const listed = found.data.terms?.edges.map(({ node }) => node) ?? [];
    const [from, to] = [listed[0]?.name, listed.at(-1)?.name];
    const { previous, next } = turned(asked, found.data.terms);
    const title = titleOf(asked, around);
    return {
      title: asked.after || asked.before ? `${title}: ${from} to ${to}` : title,
      heading: title,
      description: descriptionOf(asked, around, count),
      looks: 'wide',
      area: 'terms',
      asked: found,
      isIndexed: asked.before === null && listed.length > 0,
      previous: previous?.href,
      next: next?.href,
      main: (
        <>
          <Around asked={asked} around={around} />
          <p class="count">
            {count !== null && countOf(count, 'term')}
            {from && next && `${count === null ? 'T' : ', t'}his page: ${from} to ${to}`}
          </p>
          {listed.length === 0 && (
            <p>{asked.letter ? 'No term in this list begins with this letter.' : 'This list contains no terms.'}</p>
          )}
          <Entries
            entries={listed.map((term) => ({
              name: <a href={addressOf(term.id)}>{term.name}</a>,
              about: term.shortDefinition ?? <DefinedIn term={term} />,
            }))}
          />
          <Pager previous={previous} next={next} />
        </>
      ),
    };
  },
};

const isOther = (name: string): boolean => nameKey(name) < 'a';

/** One page of terms. Digits and signs come before "a" in the order of names, so their list is the beginning of all. */
async function termsOf(ask: Ask, { letter, category, vocabulary, after, before }: AskedTerms) {
  const found = await ask(TERMS, {
    ...{ ...whose(vocabulary), category, after, before, startsWith: letter === '#' ? null : letter },
    ...(before === null ? { first: PAGE } : { last: PAGE }),
  });
  const { terms: list } = found.data;
  if (letter !== '#' || list === null) return found;
  const edges = list.edges.filter(({ node }) => isOther(node.name));
  const hasNextPage = list.pageInfo.hasNextPage && edges.length === list.edges.length;
  return { ...found, data: { terms: { edges, pageInfo: { ...list.pageInfo, hasNextPage } } } };
}

const whose = (vocabulary: string | null) => ({
  vocabularies: vocabulary === null ? [...OWN_VOCABULARIES] : [vocabulary],
});

/** The number of terms in all pages of a list; null if it is not known. */
async function countIn(ask: Ask, { letter, category, vocabulary }: AskedTerms, around: Around): Promise<number | null> {
  if (letter === '#') return null;
  if (letter === null && category === null) {
    const { vocabularies } = whose(vocabulary);
    const counts = around.vocabularies?.flatMap(({ key, termCount }) =>
      vocabularies.includes(key) ? [termCount] : [],
    );
    return counts?.reduce((sum, one) => sum + one, 0) ?? null;
  }
  if (letter === null && vocabulary === null)
    return around.categories?.find(({ name }) => name === category)?.count ?? 0;
  const found = await ask(COUNT, { ...whose(vocabulary), category, startsWith: letter });
  return found.data.terms?.totalCount ?? null;
}

/** The addresses of the pages before and after. */
function turned(asked: AskedTerms, list: Terms | null) {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = list?.pageInfo ?? {};
  const at = (place: Pick<AskedTerms, 'after' | 'before'>) => termsAddress({ ...asked, ...place });
  return {
    previous:
      hasPreviousPage && startCursor
        ? { href: at({ before: startCursor, after: null }), words: 'Previous page' }
        : undefined,
    next: hasNextPage && endCursor ? { href: at({ after: endCursor, before: null }), words: 'Next page' } : undefined,
  };
}

function titleOf({ letter, category, vocabulary }: AskedTerms, around: Around): string {
  const name = around.vocabularies?.find(({ key }) => key === vocabulary)?.name ?? vocabulary;
  const starts = letter === '#' ? ' with digits and symbols' : letter === null ? '' : ` with ${letter}`;
  const terms = `Terms${starts}${category === null ? '' : ` about ${category.toLowerCase()}`}`;
  return name === null ? terms : `${name}: t${terms.slice(1)}`;
}

function descriptionOf(asked: AskedTerms, around: Around, count: number | null): string {
  const many = count === null ? 'Terms' : countOf(count, 'term');
  if (asked.vocabulary === null)
    return `${many} about health IT and its law from A to Z, each with a short definition.`;
  const found = around.vocabularies?.find(({ key }) => key === asked.vocabulary);
  return found?.description ?? `${many} from ${found?.name ?? asked.vocabulary}, each with a short definition.`;
}

/** The provisions that a line names. */
const NAMED = 3;

/** Where the law defines a term that has no short definition. */
function DefinedIn({ term: { definitions } }: { term: ListedTerm }) {
  const places = [...new Map(definitions.map(({ regulation }) => [regulation.id, regulation])).values()];
  if (places.length === 0) return null;
  return (
    <span class="muted">
      Defined in <ProvisionsInLine provisions={places} named={NAMED} />
    </span>
  );
}

/** The other lists: letters, categories, and vocabularies. */
function Around({ asked, around }: { asked: AskedTerms; around: Around }) {
  const { vocabulary, category } = asked;
  const others = (around.vocabularies ?? []).filter(({ key }) => !OWN_VOCABULARIES.includes(key));
  const own = (around.vocabularies ?? []).filter(({ key }) => OWN_VOCABULARIES.includes(key));
  return (
    <>
      <Letters open={asked.letter} hrefOf={(letter) => termsAddress({ letter, vocabulary, category })} />
      {vocabulary === null && (
        <Choices
          name="Categories"
          choices={(around.categories ?? []).map(({ name, count }) => ({
            ...{ href: termsAddress({ category: name }), count, isOpen: category === name },
            words: (
              <>
                {name}
                <span class="unseen"> terms</span>
              </>
            ),
          }))}
        />
      )}
      {others.length > 0 && (
        <Choices
          name="Vocabularies"
          choices={[
            {
              ...{ href: '/terms', words: 'Health IT and its law', isOpen: vocabulary === null && category === null },
              count: own.reduce((sum, { termCount }) => sum + termCount, 0),
            },
            ...others.map(({ key, name, termCount }) => ({
              ...{ href: termsAddress({ vocabulary: key }), words: name, count: termCount, isOpen: vocabulary === key },
            })),
          ]}
        />
      )}
    </>
  );
}
