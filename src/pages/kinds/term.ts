/** The page of a term. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { isReservedVocabulary } from '../../model/vocabulary.ts';
import { bySection, namesOn } from '../../prose/page-text.ts';
import { addressOf } from '../address.ts';
import type { AskedOf } from '../ask.ts';
import { DEFINITION, definition, type LegalDefinition } from '../definition.ts';
import { type Content, type Html, html } from '../html.ts';
import { markdown } from '../markdown.ts';
import type { Page, PageKind } from '../page.ts';
import { NEIGHBORHOOD, PICTURE, picture } from '../picture.ts';
import { cards, facts, inWords, linked, list, outside, PROVISION, provision, section, sourceList } from '../pieces.ts';

/** Legal definitions have a root field of their own, so that Neo4j plans the two statements in parallel. */
const TERM = document(
  `
query TermPage($slug: String!, $id: ID!) {
  term(slug: $slug) {
    id
    name
    category
    shortDefinition
    definition
    vocabulary { key name url license }
    mappings(first: 12) {
      totalCount
      edges { node { predicate iri term { id label: name shortDefinition vocabulary { name } } evidence { rule } } }
    }
    keyTakeaways
    sections { heading body }
    aliases { id name aliasKind }
    mentionedIn(first: 12) { totalCount edges { count node { ...Provision } } }
    relatedTerms(first: 24) { totalCount edges { node { id label: name shortDefinition } } }
    standards { id label summary }
    statutes { id label: name citation }
    relations(first: 100, types: [ALIAS_OF, RELATED_TO, CONTRASTS_WITH, BROADER, ABOUT, DEFINES]) {
      edges {
        type
        label
        node { id label kind }
        evidence { rule source { id name url retrieved } }
      }
    }
    mentioned: relations(first: 100, types: [MENTIONS], direction: OUT) {
      edges {
        node { id label ... on Term { shortDefinition } }
        evidence { start end verified }
      }
    }
    jsonLd
  }
  law: term(slug: $slug) {
    definitions { ...InTheLaw }
  }
  ${NEIGHBORHOOD}
}`,
  DEFINITION,
  PROVISION,
  PICTURE,
);

type FoundTerm = NonNullable<ResultOf<typeof TERM>['term']>;

/** /term/emr-vs-ehr */
export const term: PageKind = {
  kind: 'TERM',
  async answer({ name, ask }) {
    const slug = name.toLowerCase();
    if (slug !== name) return { location: addressOf(`Term:${slug}`), forGood: true };
    const asked = await ask(TERM, { slug, id: `Term:${slug}` });
    const { term: found } = asked.data;
    return found && pageOf(found, asked);
  },
};

function pageOf(found: FoundTerm, asked: AskedOf<typeof TERM>): Page {
  const definitions = asked.data.law?.definitions ?? [];
  const { relations, statutes, standards } = found;
  return {
    id: found.id,
    what: 'Term',
    title: found.name,
    description: found.shortDefinition,
    jsonLd: found.jsonLd,
    asked,
    main: html`${found.shortDefinition ? html`<p class="lead">${found.shortDefinition}</p>` : null}
${takeaways(found.keyTakeaways)}${body(found)}
${section(
  'law',
  'Definitions in the law',
  list(
    definitions.map((one) => definition(one, isOurs(one, relations))),
    'definitions',
  ),
)}
${mentions(found)}
${related(found)}
${elsewhere(found)}
${picture(asked.data.neighborhood)}
${section('sources', 'Sources', sourceList(relations.edges.flatMap(({ evidence }) => evidence.map(({ source }) => source))))}`,
    aside: html`${facts([
      [
        'Also known as',
        list(
          found.aliases.map(
            ({ name, aliasKind }) => html`${name} <span class="muted">${inWords(aliasKind).toLowerCase()}</span>`,
          ),
        ),
      ],
      ['Vocabulary', vocabularyOf(found)],
      ['Category', found.category],
      ['Not to be confused with', list(endsOf(relations, 'CONTRASTS_WITH'))],
      ['Broader terms', list(endsOf(relations, 'BROADER', 'is a kind of'))],
      ['Narrower terms', list(endsOf(relations, 'BROADER', 'has kind'))],
      ['Standards', list(standards.map(linked))],
      ['Statutes', list(statutes.map(linked))],
      ['Also describes', list(endsOf(relations, 'ABOUT', undefined, ['REGULATION', 'ORGANIZATION']))],
    ])}`,
  };
}

function endsOf({ edges }: FoundTerm['relations'], type: string, label?: string, kinds?: readonly string[]): Html[] {
  return edges
    .filter(
      (edge) =>
        edge.type === type &&
        (label === undefined || edge.label === label) &&
        (kinds === undefined || kinds.includes(edge.node.kind)),
    )
    .map(({ node }) => linked(node));
}

/** Whether the definition is in Glossograph's words: it is until an importer has parsed the official text. */
function isOurs({ regulation }: LegalDefinition, { edges }: FoundTerm['relations']): boolean {
  const says = edges.filter(({ type, node }) => type === 'DEFINES' && node.id === regulation.id);
  return says.length > 0 && !says.some(({ evidence }) => evidence.some(({ rule }) => rule === 'PARSED'));
}

const takeaways = (points: readonly string[]): Html | null =>
  points.length === 0
    ? null
    : html`<section class="takeaways" aria-labelledby="takeaways"><h2 id="takeaways">Key takeaways</h2>${list(points.map((point) => markdown(point)))}</section>`;

/** The sections of a term, or its definition if it has no sections. */
function body({ sections, definition: text, mentioned }: FoundTerm): Html | null {
  const names = namesOn(mentioned.edges);
  if (sections.length === 0) return text ? section('definition', 'Definition', markdown(text, names)) : null;
  return html`${bySection(sections, names).map(({ heading, body: written, names: here }, i) =>
    section(`section-${i}`, heading, markdown(written, here)),
  )}`;
}

function mentions({ mentionedIn: { totalCount, edges } }: FoundTerm): Html | null {
  if (edges.length === 0) return null;
  const more = totalCount - edges.length;
  return section(
    'mentioned',
    html`Mentioned in the law <span class="muted">${totalCount}</span>`,
    html`${list(edges.map(({ node, count }) => html`${provision(node)}${count > 1 ? html` <span class="muted">${count} times</span>` : null}`))}
${more > 0 ? html`<p class="note">The first ${edges.length} of ${totalCount} provisions, in CFR order.</p>` : null}`,
  );
}

function related({ relatedTerms: { totalCount, edges } }: FoundTerm): Html | null {
  if (edges.length === 0) return null;
  return section(
    'related',
    'Related terms',
    html`${cards(edges.map(({ node }) => ({ name: linked(node), about: node.shortDefinition })))}${totalCount > edges.length ? html`<p class="note">The ${edges.length} most closely related of ${totalCount} terms.</p>` : null}`,
  );
}

/** Whose word it is, unless it is ours or the law's: then every page says so. */
function vocabularyOf({ vocabulary: { key, name, url, license } }: FoundTerm): Content {
  if (isReservedVocabulary(key)) return null;
  return html`${url ? outside(url, name) : name}${license ? html`<br><span class="muted">${license}</span>` : null}`;
}

/** The words of other vocabularies, folded: they are theirs. */
function elsewhere({ mappings: { totalCount, edges } }: FoundTerm): Html | null {
  if (edges.length === 0) return null;
  const lines = edges.map(({ node: { predicate, iri, term, evidence } }) => {
    const isSuggested = evidence.some(({ rule }) => rule === 'MATCHED');
    const how = isSuggested ? 'same name' : `${inWords(predicate).toLowerCase()} match`;
    const what = term ? html`${linked(term)} <span class="muted">${term.vocabulary.name}</span>` : outside(iri, iri);
    return html`${what} <span class="muted">${how}</span>${term?.shortDefinition ? html`<br>${term.shortDefinition}` : null}`;
  });
  const more = totalCount - edges.length;
  return html`<details class="elsewhere"><summary>In other vocabularies <span class="muted">${totalCount}</span></summary>${list(lines)}${more > 0 ? html`<p class="note">The first ${edges.length} of ${totalCount}.</p>` : null}</details>`;
}
