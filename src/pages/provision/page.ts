/** The page of a provision of any level. */
import { today } from '../../model/day.ts';
import { addressOf, nameOf, sectionCitation, shortCitation } from '../address.ts';
import type { Asked } from '../ask.ts';
import { day, span } from '../days.ts';
import { type Html, html } from '../html.ts';
import { legislation } from '../json-ld.ts';
import type { Page } from '../page.ts';
import { picture } from '../picture.ts';
import { facts, inWords, lawCrumbs, list, outside, type Provision, provision, section } from '../pieces.ts';
import { type ProvisionData, type ProvisionFacts, shownVersion } from './asked.ts';
import { printedNote } from './notes.ts';
import { adopted, cited, citing, definitions, officialText, outline } from './sections.ts';

/** Makes the page; returns null if the provision was not found. */
export function provisionPage(asked: Asked<ProvisionData>, asOf: string | null): Page | null {
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
        name: nameOf(id),
        level: inWords(found.level),
        readOn: shownVersion(found, asOf) && (asOf ?? today()),
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
${picture(asked.data.neighborhood, asOf)}
${turning(found, asOf)}`,
    aside: html`${versions(found, asOf)}${facts([
      ['Citation', citation],
      ['Official page', outside(found.url, 'eCFR')],
      ['Authority', found.authority],
      ['Source', printedNote(found.published, found.history)],
      ['History', printedNote(found.amendments, found.history)],
      ['Not yet in effect', list(found.effectiveDateNotes.map((note) => printedNote(note, found.history)))],
      ['Notes', list(found.notes)],
    ])}`,
  };
}

/** Some headings end with a whole question after a dash; the part before the dash is the name. */
const DASH = /^([^—]{4,80})—(?=[\s\S]{40})/;
const brief = (heading: string | null): string => (heading === null ? '' : (DASH.exec(heading)?.[1] ?? heading));
function rest(heading: string | null): Html | null {
  const name = brief(heading);
  return heading === null || name === heading
    ? null
    : html`<span class="rest">${heading.slice(name.length + 1)}</span>`;
}

const onThatDay = ({ id }: ProvisionFacts, asOf: string | null): Html | null =>
  asOf === null
    ? null
    : html`<p class="notice">This is the text as of ${day(asOf)}. <a href="${addressOf(id)}">View the current text</a></p>`;

/** Glossograph's summary, set apart from the law's own text. */
const summary = ({ summary: words }: ProvisionFacts): Html | null =>
  words === null
    ? null
    : html`<div class="ours"><p><strong>In short</strong> ${words}</p><p class="muted">Written by Glossograph; not official text.</p></div>`;

function versions(found: ProvisionFacts, asOf: string | null): Html | null {
  const shown = shownVersion(found, asOf);
  const all = found.versions ?? [];
  if (all.length === 0) return null;
  return html`<h2 class="aside">Versions</h2><ul class="versions">${all.map((version) => {
    const { validFrom, validTo } = version;
    const days = span(version) ?? 'unknown dates';
    if (version === shown) return html`<li aria-current="true">${days} <span class="muted">shown here</span></li>`;
    return html`<li><a href="${addressOf(found.id, validTo === null ? null : validFrom)}">${days}</a></li>`;
  })}</ul>`;
}

/** Links to the previous and the next provision. */
function turning({ previous, next }: ProvisionFacts, asOf: string | null): Html | null {
  if (previous === null && next === null) return null;
  const way = (words: string, rel: string, to: Provision | null) =>
    to &&
    html`<a rel="${rel}" href="${addressOf(to.id, asOf)}"><span class="muted">${words}</span> ${shortCitation(to.citation)} ${brief(to.heading)}</a>`;
  return html`<nav class="turning" aria-label="Previous and next">${way('Previous', 'prev', previous)}${way('Next', 'next', next)}</nav>`;
}
