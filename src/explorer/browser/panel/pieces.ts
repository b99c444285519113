/** Components of the panel. */
import { KIND } from '../../../model/kinds.ts';
import { type DatedPeriod, periodInWords } from '../../../prose/period.ts';
import type { Definition, Evidence, NamedEntity } from '../api/reading.ts';
import { h } from '../dom.ts';
import type { Explorer } from '../explorer.ts';
import { swatch } from '../parts/swatch.ts';
import { select } from '../view/steps.ts';
import { formatView } from '../view/url.ts';

type Content = Node | string | null;

/** A link that opens an entity in the panel. It is a full address, so it also opens in a new tab. */
export function entityLink(
  explorer: Explorer,
  { id, label }: Pick<NamedEntity, 'id' | 'label'>,
  text = label,
): HTMLAnchorElement {
  const step = select({ kind: 'node', id });
  return h(
    'a',
    {
      href: `/?${formatView(step(explorer.state.view))}`,
      'data-entity': id,
      onclick: (event) => {
        if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
        event.preventDefault();
        void explorer.go(step);
      },
    },
    text,
  );
}

/** The heading of the panel, which takes the focus when the panel shows something else. */
export const title = (...content: readonly Content[]): HTMLElement =>
  h('h2', { class: 'title', tabindex: -1 }, ...content);

/** The heading of an entity: shape, name and kind. */
export const entityTitle = ({ kind, label }: NamedEntity): HTMLElement[] => [
  title(swatch(kind), ' ', label),
  h('p', { class: 'kind' }, KIND[kind].words.one),
];

/** A part with a heading; null if it is empty. */
export function part(heading: string, ...content: readonly Content[]): HTMLElement | null {
  const present = content.filter((one) => one !== null && one !== '');
  return present.length === 0 ? null : h('section', {}, h('h3', {}, heading), ...present);
}

export const list = (items: readonly (readonly Content[])[]): HTMLElement | null =>
  items.length === 0 ? null : h('ul', {}, ...items.map((item) => h('li', {}, ...item)));

/** A table of names and values; empty values are left out. */
export function facts(
  pairs: readonly (readonly [name: string, value: Content | number | undefined])[],
): HTMLElement | null {
  const present = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (present.length === 0) return null;
  return h(
    'dl',
    {},
    ...present.flatMap(([name, value]) => [
      h('dt', {}, name),
      h('dd', {}, typeof value === 'number' ? String(value) : (value ?? null)),
    ]),
  );
}

/** A period in words; empty if nothing is known of it. */
export const daysInWords = (period: DatedPeriod): string => periodInWords(period, (day) => day).join('');

/** The days on which a relation is known to hold, in words. Nothing tells what these days rest on. */
export const knownDays = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string =>
  [validFrom === null ? [] : `known from ${validFrom}`, validTo === null ? [] : `gone by ${validTo}`].flat().join(', ');

/** The `rel` of links to other sites. */
export const OUTSIDE = 'noreferrer external';

/** A link to another site; an address that is not http or https stays text. */
export const outside = (url: string, text: string): HTMLElement | string =>
  /^https?:\/\//.test(url) ? h('a', { href: url, rel: OUTSIDE }, text) : text;

const RULES = {
  AUTHORED: 'Written by a person',
  PARSED: 'Parsed from the source by an importer',
  MATCHED: 'A name found in the text',
} as const;

/** Evidence of a relation or a definition. */
export const evidenceList = (evidence: readonly Evidence[]): HTMLElement =>
  h(
    'ul',
    { class: 'evidence' },
    ...evidence.map(({ rule, quote, verified, source }) =>
      h(
        'li',
        {},
        `${RULES[rule]}, from `,
        source.url ? outside(source.url, source.name) : source.name,
        source.retrieved ? ` (read ${source.retrieved})` : '',
        quote ? h('q', {}, quote) : null,
        quote
          ? h(
              'span',
              { class: 'kind' },
              verified ? ' The quote was found in the source.' : ' The quote was not found in the source.',
            )
          : null,
      ),
    ),
  );

/** What a definition does with the definitions in its chain. */
const ROLES = { DEFERS: '; defers to ', BORROWS: '; uses words of ', EXCLUDES: '; leaves out words of ' } as const;

/** A legal definition, where it governs, and which definitions it defers to. */
export const definitionOf = (
  explorer: Explorer,
  { text, regulation, scope, chain, ...days }: Definition,
): Content[] => [
  h('blockquote', {}, text),
  h(
    'p',
    { class: 'kind' },
    entityLink(explorer, regulation),
    ', for ',
    entityLink(explorer, scope),
    daysInWords(days) === '' ? '' : `, ${daysInWords(days)}`,
    ...chain.flatMap(({ role, targetCitation, regulation: next }) => [
      ROLES[role],
      next ? entityLink(explorer, next) : targetCitation,
    ]),
  ),
];
