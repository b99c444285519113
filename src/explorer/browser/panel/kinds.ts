/** The parts of the panel that differ by kind. */
import { KIND } from '../../../model/kinds.ts';
import { bySection, namesOn } from '../../../prose/page-text.ts';
import type { Law, Reading, RegulationReading, StandardReading, TermReading } from '../api/reading.ts';
import { h } from '../dom.ts';
import type { Explorer } from '../explorer.ts';
import { lawText, nameLink } from './law.ts';
import type { DrawName, Markdown } from './markdown.ts';
import { daysInWords, definitionOf, entityLink, facts, list, part } from './pieces.ts';

type Parts = readonly (Node | null)[];

/**
 * The parts of an entity's panel.
 *
 * @param law the text of a provision; null for other kinds
 * @param markdown turns CommonMark into elements
 */
export function partsOf(explorer: Explorer, reading: Reading, law: Law | null, markdown: Markdown): Parts {
  if (!('panel' in reading)) return [facts(plainFacts(reading))];
  switch (reading.panel) {
    case 'Term':
      return termParts(explorer, reading, markdown);
    case 'Regulation':
      return regulationParts(explorer, reading, law);
    case 'Standard':
      return standardParts(explorer, reading);
    case 'Alias':
      return [
        facts([['Kind of name', inWords(reading.aliasKind)]]),
        part('Stands for', list(reading.denotes.map((one) => [entityLink(explorer, one)]))),
      ];
  }
}

function termParts(explorer: Explorer, term: TermReading, markdown: Markdown): Parts {
  const { category, aliases, keyTakeaways, sections, definitions, shortDefinition, definition } = term;
  const names = namesOn(term.mentioned.edges);
  const link: DrawName<TermReading['mentioned']['edges'][number]['node']> = (meant, text) =>
    nameLink(explorer, text, [meant], () => ({
      shortDefinition: 'shortDefinition' in meant ? meant.shortDefinition : null,
      definitionInForce: null,
    }));
  return [
    facts([['Category', category]]),
    shortDefinition === null ? null : h('p', { class: 'lead' }, shortDefinition),
    part('Also known as', list(aliases.map(({ name, aliasKind }) => [`${name} (${inWords(aliasKind)})`]))),
    part('Key takeaways', list(keyTakeaways.map((one) => markdown(one)))),
    ...bySection(sections, names).map(({ heading, body, names: here }) => part(heading, ...markdown(body, here, link))),
    sections.length === 0 && definition !== null ? part('Definition', ...markdown(definition, names, link)) : null,
    part('Definitions in the law', ...definitions.flatMap((one) => definitionOf(explorer, one))),
  ];
}

function regulationParts(explorer: Explorer, regulation: RegulationReading, law: Law | null): Parts {
  const { regulationLevel, reserved, authority, published, versions } = regulation;
  const asOf = explorer.state.view.asOf;
  return [
    h('p', { class: 'lead' }, law?.heading ?? regulation.heading ?? ''),
    facts([
      ['Level', inWords(regulationLevel)],
      ['Reserved', reserved ? 'yes' : null],
      ['As of', asOf],
    ]),
    part('Official text', law && lawText(explorer, law)),
    part(
      'Defines',
      ...(law?.defines ?? []).flatMap((one) => [
        h('h4', {}, entityLink(explorer, one.term)),
        ...definitionOf(explorer, one),
      ]),
    ),
    part(
      'Cites',
      list(
        (law?.cites ?? []).map(({ target, targetCitation, dangling }) => [
          target ? entityLink(explorer, target) : `${targetCitation}${dangling ? ' (not in force on that day)' : ''}`,
        ]),
      ),
    ),
    part(
      'Versions',
      list(versions.map((one) => [`${one.heading ?? ''} ${daysInWords(one)}`.trim() || 'of unknown date'])),
    ),
    part('Authority', authority),
    part('Published', published),
  ];
}

function standardParts(explorer: Explorer, standard: StandardReading): Parts {
  const {
    standardLevel,
    version,
    status,
    date,
    path,
    min,
    max,
    mustSupport,
    uscdiRequirement,
    maturity,
    types,
    binding,
    adoptions,
  } = standard;
  return [
    facts([
      ['Level', inWords(standardLevel)],
      ['Version', version],
      ['Status', status],
      ['Date', date],
      ['Package', standard.package],
      ['Path', path],
      ['Occurs', max === null ? null : `${min ?? 0} to ${max}`],
      ['Must support', mustSupport === null ? null : mustSupport ? 'yes' : 'no'],
      ['USCDI requirement', uscdiRequirement ? 'yes' : null],
      ['Maturity', maturity === null ? null : String(maturity)],
      ['Types', types?.join(', ')],
      ['Binding', binding ? [binding.strength, binding.valueSet].filter(Boolean).join(': ') : null],
    ]),
    part('Adopted by', list(adoptions.map((one) => adoptionOf(explorer, one)))),
  ];
}

const adoptionOf = (
  explorer: Explorer,
  { regulation, standard, text, ...days }: StandardReading['adoptions'][number],
): (Node | string)[] => [
  entityLink(explorer, regulation),
  `: ${standard?.label ?? text}${daysInWords(days) === '' ? '' : `, ${daysInWords(days)}`}`,
];

const plainFacts = ({ kind, ...fields }: Exclude<Reading, { panel: string }>): [string, string | null][] => {
  const values: Readonly<Record<string, unknown>> = fields;
  return Object.entries(KIND[kind].plain?.facts ?? {}).map(([field, name]) => {
    const value = values[field] ?? null;
    return [name, value === null ? null : /^[A-Z_]+$/.test(String(value)) ? inWords(String(value)) : String(value)];
  });
};

/** An enum value in words: DATA_ELEMENT becomes "data element". */
const inWords = (name: string): string => name.toLowerCase().replaceAll('_', ' ');
