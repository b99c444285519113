/** Components that pages of several kinds share. */
import { document, type ResultOf } from '../../schema/document.ts';
import { groupBy } from '../model/group.ts';
import { kindOf } from '../model/kinds.ts';
import { addressOf, sectionCitation, shortCitation } from './address.ts';
import { day, span } from './days.ts';
import { type Content, type Html, html, webAddress } from './html.ts';

/** A section of a page; null if it is empty. */
export function section(id: string, heading: Content, body: Content): Html | null {
  if (body === null || (Array.isArray(body) && body.length === 0)) return null;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${body}
</section>
`;
}

/** A list; null if it is empty. */
export const list = (items: readonly Content[], looks = ''): Html | null =>
  items.length === 0 ? null : html`<ul class="${looks}">${items.map((item) => html`<li>${item}</li>\n`)}</ul>`;

/** A list of which only the first items show, and the others when a reader opens it; null if it is empty. */
export function folded(items: readonly Content[], shown: number): Html | null {
  const first = list(items.slice(0, shown));
  const rest = list(items.slice(shown));
  return rest === null
    ? first
    : html`${first}<details><summary>${items.length - shown} more</summary>${rest}</details>`;
}

/** Things and what they are, side by side; null if there are none. */
export const cards = (items: readonly { name: Content; about: Content }[]): Html | null =>
  items.length === 0
    ? null
    : html`<dl class="cards">${items.map(({ name, about }) => html`<div><dt>${name}</dt><dd>${about}</dd></div>\n`)}</dl>`;

/** A table of names and values; rows without a value are left out. */
export function facts(rows: readonly (readonly [name: string, value: Content])[]): Html | null {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}

/** A link to another site; null if the address is not an http or https URL. */
export function outside(address: string | null, words: Content): Html | null {
  const found = webAddress(address);
  return found === null ? null : html`<a href="${found}" rel="external noreferrer">${words}</a>`;
}

/** What a link to an entity's page needs. */
export interface LinkedEntity {
  id: string;
  label: string;
}
export const linked = ({ id, label }: LinkedEntity): Html => html`<a href="${addressOf(id)}">${label}</a>`;

/** Selects what a list shows of a provision. */
export const PROVISION = document('fragment Provision on Regulation { id citation heading }');
/** A provision in a list. */
export type Provision = ResultOf<typeof PROVISION>;

/** A link to a provision: its citation, then its heading. */
export const provision = ({ id, citation, heading }: Provision, asOf?: string | null): Html =>
  html`<a href="${addressOf(id, asOf)}">${sectionCitation(citation)}</a>${heading ? html` <span class="muted">${heading}</span>` : null}`;

/** Breadcrumbs: the entities that contain this one, outermost first. */
export function crumbs(names: readonly { href: string; name: string; title?: string | null }[]): Html | undefined {
  if (names.length === 0) return undefined;
  return html`<nav class="crumbs" aria-label="Breadcrumbs"><ol>${names.map(
    ({ href, name, title }) => html`<li><a href="${href}" title="${title ?? name}">${name}</a></li>`,
  )}</ol></nav>`;
}

/** Breadcrumbs of a provision. */
export const lawCrumbs = (ancestors: readonly Provision[], asOf: string | null): Html | undefined =>
  crumbs(
    ancestors.map(({ id, citation, heading }, i) => ({
      href: addressOf(id, asOf),
      name: i === 0 ? citation : shortCitation(citation),
      title: heading === null ? citation : `${citation}: ${heading}`,
    })),
  );

/** Selects where a standard is adopted, and when. */
export const ADOPTION = document(
  `
fragment Adoption on Adoption {
  regulation { ...Provision }
  standard { id key name }
  text
  validFrom
  validFromBasis
  validTo
  validToBasis
}`,
  PROVISION,
);
export type Adoption = ResultOf<typeof ADOPTION>;
export const adoptionDays = (adoption: Adoption): Html | null => {
  const days = span(adoption);
  return days && html`<span class="days">${days}</span>`;
};

/** A document that a page is based on. */
export interface Source {
  id: string;
  name: string;
  url: string | null;
  retrieved: string | null;
}

/** Sources, once each, by name. */
export function sourceList(sources: readonly Source[]): Html | null {
  const distinct = [...new Map(sources.map((source) => [source.id, source])).values()];
  distinct.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return list(
    distinct.map(
      ({ name, url, retrieved }) =>
        html`${outside(url, name) ?? name}${retrieved ? html` <span class="muted">retrieved ${day(retrieved)}</span>` : null}`,
    ),
    'sources',
  );
}

/** Selects an entity's relations by how they read from there: "publishes", "described by". */
export const RELATIONS = document(`
fragment Related on Entity {
  relations(first: 100) {
    edges { label node { id label summary } }
    totalCount
  }
}`);
type Related = ResultOf<typeof RELATIONS>['relations'];
/** Splits aliases from the other relations: pages show them beside the text. */
export function aliasesApart({ edges, totalCount }: Related): { aliases: string[]; others: Related } {
  const isAlias = ({ node }: Related['edges'][number]) => kindOf(node.id) === 'ALIAS';
  const aliases = edges.filter(isAlias).map(({ node }) => node.label);
  return {
    aliases,
    others: { edges: edges.filter((edge) => !isAlias(edge)), totalCount: totalCount - aliases.length },
  };
}

export function relationSections({ edges, totalCount }: Related): Content {
  return html`${[...groupBy(edges, ({ label }) => label)].map(([label, members], i) =>
    section(
      `relation-${i}`,
      capital(label),
      list(
        members.map(
          ({ node }) =>
            html`${linked(node)}${node.summary ? html`<br><span class="muted">${node.summary}</span>` : null}`,
        ),
      ),
    ),
  )}${totalCount > edges.length ? html`<p class="note">This page shows ${edges.length} of ${totalCount} relations.</p>` : null}`;
}

/** Capitalizes the first letter. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An enum value in words: "DATA_ELEMENT" becomes "Data element". */
export const inWords = (value: string): string => capital(value.toLowerCase().replaceAll('_', ' '));
