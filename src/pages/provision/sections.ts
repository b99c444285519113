/** The sections of a provision's page: its text, and what it contains, defines, adopts and cites. */
import { addressOf, sectionCitation, shortCitation } from '../address.ts';
import { span } from '../days.ts';
import { type Html, html } from '../html.ts';
import type { Passage } from '../law-text.ts';
import { passagesOf, termsIn } from '../passages.ts';
import { type Adoption, adoptionDays, folded, linked, list, outside, provision, section } from '../pieces.ts';
import { type OutlineEntry, type ProvisionFacts, shownVersion } from './asked.ts';

const MOST_CITING = 20;

/** The text as of a day, with its paragraphs. */
export function officialText(found: ProvisionFacts, passages: readonly Passage[], asOf: string | null): Html {
  const version = shownVersion(found, asOf);
  const isLatest = asOf === null || version?.validTo === null;
  if (!passages.some(({ text }) => text !== null)) {
    const missing =
      asOf === null
        ? 'The official text has not been imported.'
        : 'The official text for this date has not been imported.';
    return html`<section class="official" aria-labelledby="text"><h2 id="text">Official text</h2>
<p>${found.reserved ? '[Reserved]' : html`${missing} ${outside(found.url, 'View in the eCFR')}`}</p></section>`;
  }
  return html`<section class="official" aria-labelledby="text">
<h2 id="text">Official text</h2>
${passagesOf(passages, asOf, isLatest)}
${version ? html`<p class="muted from">${outside(version.source.url, version.source.name) ?? version.source.name}</p>` : null}
${termsIn(passages)}
</section>`;
}

/** The contents of a part. */
export function outline({ children = [] }: ProvisionFacts, asOf: string | null): Html | null {
  const entry = (one: OutlineEntry): Html =>
    html`<li><a href="${addressOf(one.id, asOf)}">${shortCitation(one.citation)}</a> ${one.heading}${one.reserved ? ' [Reserved]' : null}${
      one.summary ? html`<p class="muted">${one.summary}</p>` : null
    }${one.children && one.children.length > 0 ? html`<ol>${one.children.map(entry)}</ol>` : null}</li>\n`;
  return section(
    'contents',
    'Contents',
    children.length === 0 ? null : html`<ol class="outline">${children.map(entry)}</ol>`,
  );
}

/** The terms that the provision and its parts define. */
export function definitions({ id, defines = [] }: ProvisionFacts, asOf: string | null): Html | null {
  return list(
    defines.map((definition) => {
      const { term, regulation } = definition;
      const days = span(definition);
      const elsewhere = regulation.id !== id;
      return html`${linked(term)}${elsewhere ? html` <a class="muted" href="${addressOf(regulation.id, asOf)}">${sectionCitation(regulation.citation)}</a>` : null}${
        days && html` <span class="days">${days}</span>`
      }`;
    }),
    defines.length > 6 ? 'columns' : '',
  );
}

/** What the provision adopts, in the words of the law if it is not in the graph as a standard, and since when. */
export function adopted(adoption: Adoption, { id }: ProvisionFacts, asOf: string | null): Html {
  const { standard, regulation, text } = adoption;
  return html`${standard === null ? text : linked({ id: standard.id, label: standard.name })} ${
    regulation.id === id
      ? null
      : html`<a class="muted" href="${addressOf(regulation.id, asOf)}">${sectionCitation(regulation.citation)}</a> `
  }${adoptionDays(adoption)}`;
}

/** What the text cites, once each, without citations of its own paragraphs. */
export function cited(passages: readonly Passage[], asOf: string | null): Html | null {
  const own = passages[0]?.citation ?? '';
  const targets = new Map(
    passages
      .flatMap(({ cites }) => cites)
      .filter(({ targetCitation }) => targetCitation !== own && !targetCitation.startsWith(`${own}(`))
      .map(({ targetCitation, target }) => [targetCitation, target?.id ?? null]),
  );
  return list(
    [...targets].map(([citation, id]) =>
      id === null
        ? html`${citation} <span class="muted">not imported</span>`
        : html`<a href="${addressOf(id, asOf)}">${citation}</a>`,
    ),
    targets.size > 6 ? 'columns' : '',
  );
}

/** The provisions that cite this one; after the first twenty, the rest is folded. */
export function citing({ citedBy }: ProvisionFacts, asOf: string | null): Html | null {
  const sources = [...new Map(citedBy.map(({ source }) => [source.id, source])).values()];
  return folded(
    sources.map((source) => provision(source, asOf)),
    MOST_CITING,
  );
}
