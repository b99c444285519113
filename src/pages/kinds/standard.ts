/** The page of a standard, a version of it, or a part of a version. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { addressOf } from '../address.ts';
import type { AskedOf } from '../ask.ts';
import { day } from '../days.ts';
import { type Html, html } from '../html.ts';
import { creativeWork } from '../json-ld.ts';
import type { Page, PageKind } from '../page.ts';
import { NEIGHBORHOOD, PICTURE, picture } from '../picture.ts';
import {
  ADOPTION,
  type Adoption,
  adoptionDays,
  cards,
  crumbs,
  facts,
  folded,
  inWords,
  linked,
  list,
  outside,
  provision,
  section,
} from '../pieces.ts';

const PART = document('fragment Part on Standard { id key name level summary min max }');

const STANDARD = document(
  `
query StandardPage($key: String!, $id: ID!, $after: String) {
  standard(key: $key) {
    ...Part
    version
    canonical
    status
    maturity
    date
    package
    types
    mustSupport
    uscdiRequirement
    binding { strength valueSet valueSetNode { id label: name } }
    url
    unmapped
    ancestors { ...Part }
    children(first: 50, after: $after) {
      totalCount
      edges { node { ...Part } }
      pageInfo { hasNextPage endCursor }
    }
    mapsTo { ...Part }
    mappedFrom { ...Part }
    implements { ...Part }
    implementedBy { ...Part }
    supersedes { ...Part }
    supersededBy { ...Part }
    adoptions { ...Adoption }
    terms { id label: name shortDefinition }
  }
  ${NEIGHBORHOOD}
}`,
  PART,
  ADOPTION,
  PICTURE,
);

type FoundStandard = NonNullable<ResultOf<typeof STANDARD>['standard']>;
type StandardPart = ResultOf<typeof PART>;

/** /standard/uscdi/v3, /standard/fhir/4.0.1?after=… */
export const standard: PageKind = {
  kind: 'STANDARD',
  async answer({ name, after, ask }) {
    const asked = await ask(STANDARD, { key: name, id: `Standard:${name}`, after });
    const found = asked.data.standard;
    return found && pageOf(found, asked, after);
  },
};

const name = ({ id, name: label }: StandardPart): Html => linked({ id, label });

function pageOf(found: FoundStandard, asked: AskedOf<typeof STANDARD>, after: string | null): Page {
  const { id, key, version, canonical, date, url, summary, ancestors } = found;
  const within = ancestors.at(-1);
  return {
    id,
    what: inWords(found.level),
    title: found.name,
    description: summary,
    crumbs: crumbs(ancestors.map((one) => ({ href: addressOf(one.id), name: one.name }))),
    asked,
    jsonLd: creativeWork({ key, name: found.name, version, date, summary, url: url ?? canonical, within }),
    main: html`${summary ? html`<p class="lead">${summary}</p>` : null}
${section('adoptions', 'Adopted by the law', list(found.adoptions.map(adopted)))}
${section('terms', 'Terms', cards(found.terms.map((term) => ({ name: linked(term), about: term.shortDefinition }))))}
${section('maps-to', 'Maps to', parts(found.mapsTo))}
${section('mapped-from', 'Mapped from', parts(found.mappedFrom))}
${section('implements', 'Builds on', parts(found.implements))}
${section('implemented-by', 'Basis for', parts(found.implementedBy))}
${contents(found, after)}
${section('unmapped', 'Not matched to any entry', list(found.unmapped))}
${picture(asked.data.neighborhood)}`,
    aside: html`${facts([
      ['Key', html`<code>${key}</code>`],
      ['Version', version],
      ['Published', date && day(date)],
      ['Status', found.status],
      ['Cardinality', occurs(found)],
      ['Types', found.types && list(found.types.map((type) => html`<code>${type}</code>`))],
      ['Must support', found.mustSupport && 'yes'],
      ['USCDI requirement', found.uscdiRequirement && 'yes, flagged by US Core'],
      ['Maturity', found.maturity !== null && `FMM ${found.maturity}`],
      ['Value set', binding(found)],
      ['Previous version', found.supersedes && name(found.supersedes)],
      ['Next version', found.supersededBy && name(found.supersededBy)],
      ['Package', found.package && html`<code>${found.package}</code>`],
      ['Canonical URL', outside(canonical, canonical) ?? canonical],
      ['Official page', outside(url, 'Visit the official page')],
    ])}`,
  };
}

const occurs = ({ min, max }: StandardPart): string | null => (min === null || max === null ? null : `${min}..${max}`);

function binding({ binding: bound }: FoundStandard): Html | null {
  if (bound === null) return null;
  const { strength, valueSet, valueSetNode } = bound;
  return html`${valueSetNode ? linked(valueSetNode) : (outside(valueSet, valueSet) ?? valueSet ?? 'described in text only')}${
    strength ? html` <span class="muted">${strength}</span>` : null
  }`;
}

function adopted(adoption: Adoption): Html {
  return html`${provision(adoption.regulation)} ${adoptionDays(adoption)}`;
}

const MOST = 40;

/** A part of a standard in a list, with its key, because parts of other versions have the same name. */
const part = (one: StandardPart): Html => html`${name(one)} <code class="muted">${one.key}</code>`;

const parts = (found: readonly StandardPart[]): Html | null => folded(found.map(part), MOST);

function contents({ id, children }: FoundStandard, after: string | null): Html | null {
  const { totalCount, edges, pageInfo } = children;
  if (totalCount === 0) return null;
  return html`<section aria-labelledby="contents">
<h2 id="contents">Contents <span class="muted">${totalCount}</span></h2>
${list(
  edges.map(({ node }) => {
    const often = occurs(node);
    return html`${name(node)} <span class="muted">${inWords(node.level).toLowerCase()}${often ? ` ${often}` : null}</span>${
      node.summary ? html`<br><span class="muted">${node.summary}</span>` : null
    }`;
  }),
  'parts',
)}
${
  after !== null || pageInfo.hasNextPage
    ? html`<nav class="pager" aria-label="Pages of this list">${after === null ? null : html`<a href="${addressOf(id)}#contents">First page</a> `}${
        pageInfo.hasNextPage && pageInfo.endCursor !== null
          ? html`<a rel="next" href="${addressOf(id)}?after=${encodeURIComponent(pageInfo.endCursor)}#contents">Next ${Math.min(50, totalCount)}</a>`
          : null
      }</nav>`
    : null
}
</section>`;
}
