/**
 * The explorer's page before its script runs. It contains every element with a fixed position, so that nothing moves
 * when data arrives.
 */

import { escapeUTF8 } from 'entities/escape';
import type { PageFiles } from '../assets/bundle.ts';
import { FIRST_FONTS } from '../assets/fonts.ts';
import { pageMarkup } from '../assets/markup.ts';
import { EXPORT_FORMATS } from '../export/formats.ts';
import type { KindDescriptor } from '../model/kinds/descriptor.ts';
import { KINDS } from '../model/kinds/index.ts';
import { fillClass } from '../model/kinds/styles.ts';
import { FAMILIES, RELATION_TYPES, RELATIONS } from '../model/relations.ts';
import { svgPath } from '../model/shapes.ts';
import { isQuiet, type QuietType } from './browser/view/view.ts';
import { stopAddress, TOURS } from './tours.ts';
import { QUESTIONS, WHOLE } from './words.ts';

const HEAD = {
  title: 'Explore · Glossograph',
  description:
    'Explore health-IT terms, the regulations that define and use them, and the standards behind them, as a graph.',
  icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M4 12 12 4M4 4l8 8' stroke='%23787' stroke-width='1.5'/%3E%3Ccircle cx='4' cy='4' r='3' fill='%231d6fb8'/%3E%3Cpath d='M9 9h6v6H9z' fill='%23b4500f'/%3E%3C/svg%3E",
  prefix: '/explorer/',
  more: [
    '<link rel="expect" href="#announcements" blocking="render">\n',
    ...FIRST_FONTS.map(
      (href) => `<link rel="preload" as="font" type="font/woff2" href="${href}" crossorigin="anonymous">\n`,
    ),
  ].join(''),
};

/**
 * The page's HTML. It contains nothing from a request or from the graph.
 *
 * @param masthead the HTML of the header that all pages of the site share
 */
export const shell = (files: PageFiles, masthead: string): string => pageMarkup(HEAD, files, body(masthead));

const body = (masthead: string): string => `<a class="skip" href="#nodes">Skip to the list of nodes</a>
${masthead}
<noscript><p class="plain">The explorer needs JavaScript. Every entry has a page that works without JavaScript, such as
<a href="/term/emr-vs-ehr">EMR vs EHR</a>.</p></noscript>
<main class="frame">
  <h1 class="unseen">Explore</h1>
  <section class="picture" aria-label="Picture">
    <div class="tools" role="group" aria-label="Tools">
      ${tool('zoom-in', 'Zoom in', '+')}${tool('zoom-out', 'Zoom out', '−')}${tool('fit', 'Fit picture to screen', 'Fit')}
      ${tool('arrange', 'Arrange the visible nodes', 'Arrange')}${tool('fullscreen', 'Full screen', 'Full screen')}
      <span class="gap"></span>
      ${tool('save-png', 'Save as PNG', 'PNG')}${tool('save-svg', 'Save as SVG', 'SVG')}${tool('save-json', 'Save as JSON', 'JSON')}
      <button type="button" id="sheet" aria-controls="side" aria-expanded="false">Filters and list</button>
    </div>
    <div id="stage" class="stage" tabindex="0" role="application" aria-label="Graph" aria-describedby="stage-keys"></div>
    <p id="stage-keys" class="unseen">Use the arrow keys to move the picture, plus and minus to zoom, and 0 to fit the picture. The list of nodes has the same content.</p>
    <section id="tour" class="tour" aria-label="Tour" hidden></section>
    <p id="status" class="status" tabindex="0" role="group" aria-label="What is shown">Loading…</p>
  </section>
  <section id="panel" class="panel" aria-label="Details" tabindex="0">
    <div id="start">
      <h2>Start with a question</h2>
      <ul class="begin">${QUESTIONS.map(({ text, query }) => `<li><a href="/explore${query && '?'}${query}">${text}</a></li>`).join('')}</ul>
      <h2>Take a tour</h2>
      <ul class="tours">${TOURS.map((tour) => `<li><a href="${escapeUTF8(stopAddress(tour, 1))}">${tour.title}</a> <span class="kind">${tour.stops.length} stops</span></li>`).join('')}</ul>
      <h2>See the whole graph</h2>
      <p>The ${WHOLE.map((count) => `<a href="/explore?graph=${count}">${count.toLocaleString('en')}</a>`).join(', ')} most relevant nodes.</p>
      <details>
        <summary>How it works</summary>
        <ul>
          <li>Click a node to read it. Double-click a node to expand it, and double-click again for more nodes.</li>
          <li>Click a line to see the evidence for its relations. A number on a line is the number of its relations.</li>
          <li>Drag a node to pin it.</li>
          <li>Press <kbd>/</kbd> to search. In the list, use arrow keys and letters to move, <kbd>Enter</kbd> to open, <kbd>→</kbd> to expand, and <kbd>←</kbd> to collapse.</li>
          <li>The address contains everything you see, so you can bookmark it or share it.</li>
        </ul>
      </details>
    </div>
    <nav id="between" class="between" aria-label="Relations on this line" hidden></nav>
    <div id="reading" hidden></div>
  </section>
  <div class="side" id="side">
    <section class="legend" aria-label="Legend and filter" tabindex="0">
      <h2>Kinds</h2>
      <ul>${kindLegend(KINDS.filter(({ kind }) => kind !== 'ALIAS'))}</ul>
      <h2>Relations</h2>
      <ul>${FAMILIES.flatMap((family) =>
        RELATION_TYPES.filter((type) => RELATIONS[type].family === family && !isQuiet(type)),
      )
        .map((type) =>
          row('type', type, RELATIONS[type].label, `<path class="line-${RELATIONS[type].family}" d="M-7 0H7"/>`),
        )
        .join('')}</ul>
      <div class="switches">
        ${switchFor('MENTIONS', 'Show mentions')}
        ${switchFor('ALIAS_OF', 'Show other names')}
        <button type="button" id="show-all">Show all</button>
      </div>
    </section>
    <details class="more" id="choices">
      <summary>Depth, number, layout, date</summary>
      <div class="controls">
        <label for="depth">Depth</label>${choice('depth', [1, 2, 3, 4])}
        <label for="limit">Node limit</label>${choice('limit', [15, 30, 60, 100, 200, 500, 1_000, 2_000])}
        <label for="cap">Expand by</label>${choice('cap', [10, 25, 50, 100])}
        <label for="layout">Layout</label><select id="layout"><option value="MEANING">By meaning</option><option value="FORCE">By connection</option><option value="CIRCLE">Circle</option><option value="LAYERED">By distance</option></select>
        <label for="vocabulary">Terms of</label><select id="vocabulary"><option value="">All vocabularies</option></select>
        <label for="day">In force on</label><input id="day" type="date">
      </div>
    </details>
    <details class="more" id="paths">
      <summary>Path between two entities</summary>
      <div class="finder"><label for="path-from">From</label>
        <input id="path-from" type="text" autocomplete="off" spellcheck="false" maxlength="200"></div>
      <div class="finder"><label for="path-to">To</label>
        <input id="path-to" type="text" autocomplete="off" spellcheck="false" maxlength="200"></div>
      <button type="button" id="path-clear">Clear the path</button>
    </details>
    <details class="more" id="elsewhere">
      <summary>Export for other tools</summary>
      <p id="elsewhere-what"></p>
      <ul>${EXPORT_FORMATS.map(({ name, about }) => `<li><a href="/graph/${name}" data-format="${name}">${about}</a></li>`).join('')}</ul>
    </details>
    <section class="view" aria-label="Nodes in view">
      <h2 id="nodes-title">In view</h2>
      <div id="nodes" class="nodes" role="listbox" tabindex="0" aria-labelledby="nodes-title" aria-describedby="nodes-keys"></div>
      <p id="nodes-keys" class="unseen">Use the arrow keys, Home, End, and letters to move, Enter to open, the right arrow to expand, and the left arrow to collapse.</p>
    </section>
  </div>
</main>
<div id="announcements" class="unseen" role="status" aria-live="polite"></div>`;

/**
 * The rows of kinds in the legend, which are also filters. Each row has a drawing, words, and a place for the count.
 */
export const kindLegend = (kinds: readonly KindDescriptor[] = KINDS): string =>
  kinds
    .map(({ kind, words, shape }) =>
      row('kind', kind, words.many, `<path class="${fillClass(kind)}" fill-rule="evenodd" d="${svgPath(shape, 6)}"/>`),
    )
    .join('');

const tool = (id: string, name: string, text: string): string =>
  `<button type="button" id="${id}"${name === text ? '' : ` aria-label="${name}" title="${name}"`}>${text}</button>`;

const choice = (id: string, values: readonly number[]): string =>
  `<select id="${id}">${values.map((value) => `<option value="${value}">${value.toLocaleString('en')}</option>`).join('')}</select>`;

const row = (what: 'kind' | 'type', value: string, name: string, drawing: string): string =>
  `<li><label><input type="checkbox" checked data-${what}="${value}"><svg class="swatch" viewBox="-8 -8 16 16" aria-hidden="true">${drawing}</svg><span class="name">${name}</span><span class="count" data-count="${value}"></span></label></li>`;

const switchFor = (type: QuietType, name: string): string =>
  `<label><input type="checkbox" role="switch" data-type="${type}"> ${name}</label>`;
