/** The text of a section or paragraph, laid out as in the CFR: paragraphs within paragraphs, each with its own address. */
import { parseCitation } from '../model/citations/parse.ts';
import { undatedId } from '../model/dated-id.ts';
import { addressOf, sectionCitation } from './address.ts';
import { type Content, type Html, html } from './html.ts';
import { type LawTextOptions, lawText, type MeantTerm, meaningOf, type Passage } from './law-text.ts';

/** At most this many paragraphs are on one page. */
const MOST = 1_500;

interface Branch {
  passage: Passage;
  below: Branch[];
}

/**
 * The text of the first passage and of all paragraphs within it.
 *
 * @param asOf the day as of which other provisions are linked
 */
export function passagesOf(passages: readonly Passage[], asOf: string | null, withItalics: boolean): Html {
  const shown = passages.slice(0, MOST);
  const here = new Set(shown.map(({ id }) => id));
  const showing: LawTextOptions = {
    withItalics,
    addressOf: (id) => (here.has(id) ? `#${anchorOf(id)}` : addressOf(id, asOf)),
  };
  const [root, ...more] = treeOf(shown);
  if (root === undefined) return html``;
  return html`<div class="law" id="${anchorOf(root.passage.id)}">${textOf(root.passage, showing, asOf, true)}${listOf([...root.below, ...more], showing, asOf)}</div>${
    passages.length > MOST
      ? html`<p class="note">${passages.length - MOST} more paragraphs are on separate pages.</p>`
      : null
  }`;
}

/** The terms in the texts, once each, with their meanings there. */
export function termsIn(passages: readonly Passage[]): Html | null {
  const terms = new Map<string, MeantTerm>();
  for (const { annotations } of passages) {
    for (const { entities } of annotations) for (const entity of entities) terms.set(entity.id, entity);
  }
  const defined = [...terms.values()]
    .map((term) => ({ term, meaning: meaningOf(term) }))
    .filter(({ meaning }) => meaning !== null)
    .sort((a, b) => a.term.label.localeCompare(b.term.label, 'en'));
  if (defined.length === 0) return null;
  return html`<details class="terms"><summary>Terms in this text, with their definitions (${defined.length})</summary><dl>${defined.map(
    ({ term, meaning }) => html`<dt><a href="${addressOf(term.id)}">${term.label}</a></dt><dd>${meaning}</dd>\n`,
  )}</dl></details>`;
}

function listOf(branches: readonly Branch[], showing: LawTextOptions, asOf: string | null): Html | null {
  if (branches.length === 0) return null;
  return html`<ol>${branches.map(
    ({ passage, below }) =>
      html`<li id="${anchorOf(passage.id)}">${textOf(passage, showing, asOf, false)}${listOf(below, showing, asOf)}</li>\n`,
  )}</ol>`;
}

/** The designator or the defined name at the beginning of a paragraph links to the paragraph's own page. */
function textOf(passage: Passage, showing: LawTextOptions, asOf: string | null, isRoot: boolean): Content {
  const { id, citation, text, reserved } = passage;
  if (!text) return reserved ? html`<p>[Reserved]</p>` : null;
  const last = parseCitation(citation)?.paragraphs.at(-1);
  const begins = [`(${last})`, last ?? ''].find(
    (one) => last !== undefined && text.toLowerCase().startsWith(one.toLowerCase()),
  );
  if (begins === undefined || isRoot) return html`<p>${lawText(passage, 0, showing)}</p>`;
  const begin = text.slice(0, begins.length);
  return html`<p><a class="own" href="${addressOf(id, asOf)}" title="${sectionCitation(citation)}">${
    begins.startsWith('(') ? begin : html`<i>${begin}</i>`
  }</a>${lawText(passage, begins.length, showing)}</p>`;
}

/** The tree that the citations form. A passage whose parent is not in the list is at the top. */
function treeOf(passages: readonly Passage[]): Branch[] {
  const branches = new Map(passages.map((passage): [string, Branch] => [passage.citation, { passage, below: [] }]));
  const top: Branch[] = [];
  for (const branch of branches.values()) {
    const around = branches.get(branch.passage.citation.replace(/\([^()]*\)$/, ''));
    if (around === undefined || around === branch) top.push(branch);
    else around.below.push(branch);
  }
  return top;
}

/** The anchor of a paragraph in its page: "p-a-1". */
const anchorOf = (id: string) =>
  `p${undatedId(id)
    .slice(id.indexOf(':'))
    .replace(/^[^(]*/, '')
    .replace(/\(([^()]*)\)/g, '-$1')}`.replace(/[^\p{L}\p{N}_-]/gu, '-');
