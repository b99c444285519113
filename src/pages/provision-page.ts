/** How a provision is shown, whatever its level. */
import { addressOf, nameOf, sectionCitation, shortCitation } from './address.ts';
import type { Asked } from './ask.ts';
import { day, span } from './days.ts';
import { type Html, html } from './html.ts';
import { legislation } from './json-ld.ts';
import type { Passage } from './law-text.ts';
import type { Page } from './page.ts';
import { passagesOf, termsIn } from './passages.ts';
import { picture, type Surrounded } from './picture.ts';
import {
  type Adoption,
  adoptionDays,
  facts,
  inWords,
  lawCrumbs,
  linked,
  list,
  type Named,
  outside,
  type Provision,
  provision,
  section,
} from './pieces.ts';

export const PROVISION_FACTS = `
fragment ProvisionFacts on Regulation {
  ...Provision
  level
  summary
  url
  reserved
  authority
  published
  amendments
  notes
  ancestors { ...Provision }
  previous { ...Provision }
  next { ...Provision }
  exceptions { ...Provision }
  exceptionTo { ...Provision }
  citedBy { source { ...Provision } }
  versions { validFrom validTo source { name url } }
}`;

/** What it and all that it contains do. Not asked of a whole title: that would be the whole law. */
export const PROVISION_DOES = `
fragment ProvisionDoes on Regulation {
  defines { term { id label: name } regulation { id citation } validFrom validTo }
  adoptions { ...Adoption }
}`;

/** What a part contains, down to its sections. */
export const OUTLINE = `
fragment Outline on Regulation {
  children {
    ...Provision
    summary
    reserved
    children { ...Provision summary reserved }
  }
}`;

interface Outlined extends Provision {
  summary: string | null;
  reserved: boolean;
  children?: Outlined[];
}

interface Facts extends Provision {
  level: string;
  summary: string | null;
  url: string | null;
  reserved: boolean;
  authority: string | null;
  published: string | null;
  amendments: string | null;
  notes: string[];
  ancestors: Provision[];
  previous: Provision | null;
  next: Provision | null;
  exceptions: Provision[];
  exceptionTo: Provision[];
  defines?: {
    term: Named;
    regulation: { id: string; citation: string };
    validFrom: string | null;
    validTo: string | null;
  }[];
  adoptions?: Adoption[];
  citedBy: { source: Provision }[];
  versions: { validFrom: string | null; validTo: string | null; source: { name: string; url: string | null } }[];
  /** Where it is asked for as an outline. */
  children?: Outlined[];
}

/** What the documents of the law answer. */
export interface Answer extends Surrounded {
  regulation: Facts | null;
  text?: { passages: Passage[] } | null;
}

const MOST_CITING = 20;

/** The page of a provision that was found. */
export function provisionPage(asked: Asked<Answer>, asOf: string | null): Page | null {
  const { regulation: found, text } = asked.data;
  if (found === null) return null;
  const passages = text?.passages ?? [];
  const { id, citation, heading, ancestors } = found;
  const within = ancestors.at(-1);
  return {
    id,
    what: inWords(found.level),
    title: heading === null ? sectionCitation(citation) : `${sectionCitation(citation)} ${heading}`,
    heading: html`<span class="citation">${sectionCitation(citation)}</span> ${rest(heading) ? `${brief(heading)}—` : heading}${rest(heading)}`,
    description: found.summary,
    crumbs: lawCrumbs(ancestors, asOf),
    asked,
    jsonLd: legislation({
      ...{
        kind: 'regulation',
        name: nameOf(id),
        level: inWords(found.level),
        since: shownVersion(found, asOf)?.validFrom ?? null,
      },
      ...{ citation, heading, summary: found.summary, url: found.url },
      within: within && { name: nameOf(within.id), citation: within.citation },
    }),
    main: html`${onThatDay(found, asOf)}${summary(found)}
${text === undefined ? outline(found, asOf) : officialText(found, passages, asOf)}
${section('exceptions', 'Exceptions', list(found.exceptions.map((one) => provision(one, asOf))))}
${section('exception-to', 'Exception to', list(found.exceptionTo.map((one) => provision(one, asOf))))}
${section('defines', 'Defines', definitions(found, asOf))}
${section('adopts', 'Standards adopted here', list((found.adoptions ?? []).map((adoption) => adopted(adoption, found, asOf))))}
${section('cites', 'Cites', cited(passages, asOf))}
${section('cited-by', html`Cited by <span class="muted">${found.citedBy.length}</span>`, citing(found, asOf))}
${picture(asked.data, asOf)}
${turning(found, asOf)}`,
    aside: html`${versions(found, asOf)}${facts([
      ['Citation', citation],
      ['Official page', outside(found.url, 'eCFR')],
      ['Authority', found.authority],
      ['Source', found.published],
      ['Amended', found.amendments],
      ['Notes', list(found.notes)],
    ])}`,
  };
}

/** Headings of the law may be whole questions behind a dash: what stands before it is the name. */
const DASH = /^([^—]{4,80})—(?=[\s\S]{40})/;
const brief = (heading: string | null): string => (heading === null ? '' : (DASH.exec(heading)?.[1] ?? heading));
function rest(heading: string | null): Html | null {
  const name = brief(heading);
  return heading === null || name === heading
    ? null
    : html`<span class="rest">${heading.slice(name.length + 1)}</span>`;
}

/** The version whose text a page shows. */
const shownVersion = ({ versions }: Facts, asOf: string | null) =>
  versions.find(({ validFrom, validTo }) =>
    asOf === null ? validTo === null : (validFrom ?? '') <= asOf && asOf < (validTo ?? '9999'),
  );

const onThatDay = ({ id }: Facts, asOf: string | null): Html | null =>
  asOf === null
    ? null
    : html`<p class="notice">As it read on ${day(asOf)}. <a href="${addressOf(id)}">As it reads now</a></p>`;

/** What we say of it: kept apart from what the law says. */
const summary = ({ summary: words }: Facts): Html | null =>
  words === null
    ? null
    : html`<div class="ours"><p><strong>In short</strong> ${words}</p><p class="muted">In Glossograph’s words, not the law’s.</p></div>`;

function officialText(found: Facts, passages: readonly Passage[], asOf: string | null): Html {
  const version = shownVersion(found, asOf);
  const isLatest = asOf === null || version?.validTo === null;
  if (!passages.some(({ text }) => text !== null)) {
    const missing =
      asOf === null ? 'The official text is not imported here.' : 'How it read on that day is not known here.';
    return html`<section class="official" aria-labelledby="text"><h2 id="text">Official text</h2>
<p>${found.reserved ? '[Reserved]' : html`${missing} ${outside(found.url, 'Read it on the eCFR')}`}</p></section>`;
  }
  return html`<section class="official" aria-labelledby="text">
<h2 id="text">Official text</h2>
${passagesOf(passages, asOf, isLatest)}
${version ? html`<p class="muted from">${outside(version.source.url, version.source.name) ?? version.source.name}</p>` : null}
${termsIn(passages)}
</section>`;
}

function outline({ children = [] }: Facts, asOf: string | null): Html | null {
  const entry = (one: Outlined): Html =>
    html`<li><a href="${addressOf(one.id, asOf)}">${shortCitation(one.citation)}</a> ${one.heading}${one.reserved ? ' [Reserved]' : null}${
      one.summary ? html`<p class="muted">${one.summary}</p>` : null
    }${one.children && one.children.length > 0 ? html`<ol>${one.children.map(entry)}</ol>` : null}</li>\n`;
  return section(
    'contents',
    'Contents',
    children.length === 0 ? null : html`<ol class="outline">${children.map(entry)}</ol>`,
  );
}

function definitions({ id, defines = [] }: Facts, asOf: string | null): Html | null {
  return list(
    defines.map(({ term, regulation, validFrom, validTo }) => {
      const days = span(validFrom, validTo);
      const elsewhere = regulation.id !== id;
      return html`${linked(term)}${elsewhere ? html` <a class="muted" href="${addressOf(regulation.id, asOf)}">${sectionCitation(regulation.citation)}</a>` : null}${
        days && html` <span class="days">${days}</span>`
      }`;
    }),
    defines.length > 6 ? 'columns' : '',
  );
}

function adopted(adoption: Adoption, { id }: Facts, asOf: string | null): Html {
  const { standard, regulation } = adoption;
  return html`${linked({ id: standard.id, label: standard.name })} ${
    regulation.id === id
      ? null
      : html`<a class="muted" href="${addressOf(regulation.id, asOf)}">${sectionCitation(regulation.citation)}</a> `
  }${adoptionDays(adoption)}`;
}

/** What its text cites, once each; within itself is the text's own matter. */
function cited(passages: readonly Passage[], asOf: string | null): Html | null {
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
        ? html`${citation} <span class="muted">not known here</span>`
        : html`<a href="${addressOf(id, asOf)}">${citation}</a>`,
    ),
    targets.size > 6 ? 'columns' : '',
  );
}

function citing({ citedBy }: Facts, asOf: string | null): Html | null {
  const sources = [...new Map(citedBy.map(({ source }) => [source.id, source])).values()];
  const first = list(sources.slice(0, MOST_CITING).map((source) => provision(source, asOf)));
  const rest = list(sources.slice(MOST_CITING).map((source) => provision(source, asOf)));
  return rest === null
    ? first
    : html`${first}<details><summary>${sources.length - MOST_CITING} more</summary>${rest}</details>`;
}

function versions(found: Facts, asOf: string | null): Html | null {
  const shown = shownVersion(found, asOf);
  if (found.versions.length === 0) return null;
  return html`<h2 class="aside">Versions</h2><ul class="versions">${found.versions.map((version) => {
    const { validFrom, validTo } = version;
    const days = span(validFrom, validTo) ?? 'of no known day';
    if (version === shown) return html`<li aria-current="true">${days} <span class="muted">shown here</span></li>`;
    return html`<li><a href="${addressOf(found.id, validTo === null ? null : validFrom)}">${days}</a></li>`;
  })}</ul>`;
}

/** To the provisions before and after it. */
function turning({ previous, next }: Facts, asOf: string | null): Html | null {
  if (previous === null && next === null) return null;
  const way = (words: string, rel: string, to: Provision | null) =>
    to &&
    html`<a rel="${rel}" href="${addressOf(to.id, asOf)}"><span class="muted">${words}</span> ${shortCitation(to.citation)} ${brief(to.heading)}</a>`;
  return html`<nav class="turning" aria-label="Before and after">${way('Previous', 'prev', previous)}${way('Next', 'next', next)}</nav>`;
}
