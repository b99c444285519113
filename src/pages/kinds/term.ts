/** The page of a term. */
import { bySection, namesOn, type PageMention } from '../../prose/page-text.ts';
import { addressOf } from '../address.ts';
import { type Asked, question } from '../ask.ts';
import { DEFINITION, type Definition, definition } from '../definition.ts';
import { type Html, html } from '../html.ts';
import type { MeantTerm } from '../law-text.ts';
import { markdown } from '../markdown.ts';
import type { Page, PageKind } from '../page.ts';
import { neighborhoodOf, PICTURE, picture, type Surrounded } from '../picture.ts';
import {
  facts,
  inWords,
  linked,
  list,
  type Named,
  PROVISION,
  type Provision,
  provision,
  type Source,
  section,
  sourceList,
} from '../pieces.ts';

/** What the law says is asked for on its own: Neo4j plans the two statements side by side. */
const TERM = question<Answer, { slug: string; id: string }>(
  `
query TermPage($slug: String!, $id: ID!) {
  term(slug: $slug) {
    id
    name
    category
    shortDefinition
    definition
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
  ${neighborhoodOf()}
}`,
  DEFINITION,
  PROVISION,
  PICTURE,
);

interface Answer extends Surrounded {
  term: Term | null;
  law: { definitions: Definition[] } | null;
}

interface Term {
  id: string;
  name: string;
  category: string | null;
  shortDefinition: string | null;
  definition: string | null;
  keyTakeaways: string[];
  sections: { heading: string; body: string }[];
  aliases: { id: string; name: string; aliasKind: string }[];
  mentionedIn: { totalCount: number; edges: { count: number; node: Provision }[] };
  relatedTerms: { totalCount: number; edges: { node: Named & { shortDefinition: string | null } }[] };
  standards: (Named & { summary: string | null })[];
  statutes: (Named & { citation: string })[];
  relations: {
    edges: {
      type: string;
      label: string;
      node: Named & { kind: string };
      evidence: { rule: string; source: Source }[];
    }[];
  };
  mentioned: { edges: PageMention<MeantTerm>[] };
  jsonLd: object;
}

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

function pageOf(found: Term, asked: Asked<Answer>): Page {
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
${picture(asked.data)}
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
      ['Category', found.category],
      ['Not to be confused with', list(endsOf(relations, 'CONTRASTS_WITH'))],
      ['Is a kind of', list(endsOf(relations, 'BROADER', 'is a kind of'))],
      ['Has kinds', list(endsOf(relations, 'BROADER', 'has kind'))],
      ['Standards', list(standards.map(linked))],
      ['Statutes', list(statutes.map(linked))],
      ['Also describes', list(endsOf(relations, 'ABOUT', undefined, ['REGULATION', 'ORGANIZATION']))],
    ])}`,
  };
}

function endsOf({ edges }: Term['relations'], type: string, label?: string, kinds?: readonly string[]): Html[] {
  return edges
    .filter(
      (edge) =>
        edge.type === type &&
        (label === undefined || edge.label === label) &&
        (kinds === undefined || kinds.includes(edge.node.kind)),
    )
    .map(({ node }) => linked(node));
}

/** Until the official text is there, a definition is told in our words: nobody parsed it from the law. */
function isOurs({ regulation }: Definition, { edges }: Term['relations']): boolean {
  const says = edges.filter(({ type, node }) => type === 'DEFINES' && node.id === regulation.id);
  return says.length > 0 && !says.some(({ evidence }) => evidence.some(({ rule }) => rule === 'PARSED'));
}

const takeaways = (points: readonly string[]): Html | null =>
  points.length === 0
    ? null
    : html`<section class="takeaways" aria-labelledby="takeaways"><h2 id="takeaways">Key takeaways</h2>${list(points.map((point) => markdown(point)))}</section>`;

/** The sections; of a term without any, its definition. */
function body({ sections, definition: text, mentioned }: Term): Html | null {
  const names = namesOn(mentioned.edges);
  if (sections.length === 0) return text ? section('definition', 'Definition', markdown(text, names)) : null;
  return html`${bySection(sections, names).map(({ heading, body: written, names: here }, i) =>
    section(`section-${i}`, heading, markdown(written, here)),
  )}`;
}

function mentions({ mentionedIn: { totalCount, edges } }: Term): Html | null {
  if (edges.length === 0) return null;
  const more = totalCount - edges.length;
  return section(
    'mentioned',
    html`Mentioned in the law <span class="muted">${totalCount}</span>`,
    html`${list(edges.map(({ node, count }) => html`${provision(node)}${count > 1 ? html` <span class="muted">${count} times</span>` : null}`))}
${more > 0 ? html`<p class="note">The first ${edges.length} of ${totalCount} provisions, in the order of the law.</p>` : null}`,
  );
}

function related({ relatedTerms: { totalCount, edges } }: Term): Html | null {
  if (edges.length === 0) return null;
  return section(
    'related',
    'Related terms',
    html`<dl class="cards">${edges.map(
      ({ node }) => html`<div><dt>${linked(node)}</dt><dd>${node.shortDefinition}</dd></div>\n`,
    )}</dl>${totalCount > edges.length ? html`<p class="note">The ${edges.length} strongest of ${totalCount}.</p>` : null}`,
  );
}
