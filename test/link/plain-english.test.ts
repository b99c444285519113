/** A foreign glossary leaves other people's texts alone: its names are told from plain English, and keep to its own pages. */
import { describe, expect, test } from 'vitest';
import type { TermRow } from '../../cypher/link/index.ts';
import { mentionsOf, type TextOwner } from '../../src/link/mentions.ts';
import { buildNames, buildNameTree } from '../../src/link/names.ts';
import { NO_CONTEXT } from '../../src/link/rules.ts';
import { spelledOutIn } from '../../src/link/spelled-out.ts';
import type { Linking } from '../../src/model/vocabulary.ts';
import { defined, linked, named, vocabulary } from './names.ts';

describe('a name that is not looked for', () => {
  test.each([
    ['In', 'FUNCTION_WORDS'],
    ['must', 'FUNCTION_WORDS'],
    ['should not', 'FUNCTION_WORDS'],
    ['\\(\\in\\)', 'SYMBOL'],
    ['x ≤ y', 'SYMBOL'],
    ['C++', 'SYMBOL'],
    ['A', 'TOO_SHORT'],
    ['802.1', 'TOO_SHORT'],
    ['https://example.org/kite', 'TOO_LONG'],
  ])('%s: %s', (name, reason) => {
    const names = buildNameTree([named(name)]);
    expect([...names.leftOut]).toEqual([[name, reason]]);
    expect(linked(`${name} and in, must, should not, c, a, 802.1`, names)).toEqual([]);
  });
  test.each(['OR', 'IT', 'TEMPEST®', 'Kite (small)', 'Kite/string'])('but %s is', (name) => {
    expect(buildNameTree([named(name)]).leftOut.size).toBe(0);
    expect(linked(`the ${name} flies`, vocabulary(name))).toHaveLength(1);
  });
});

describe('a single word that everybody uses', () => {
  const PART = 'Regulation:99-CFR-7';
  test('is a term on the pages of its vocabulary, and elsewhere only where the law defines it', () => {
    const names = vocabulary('Claim', 'Kitesurfer');
    expect(linked('a claim of a kitesurfer', names)).toEqual(['claim → Claim', 'kitesurfer → Kitesurfer']);
    expect(linked('a claim of a kitesurfer', names, NO_CONTEXT)).toEqual(['kitesurfer → Kitesurfer']);
    const inLaw = vocabulary(named('Claim', { definitions: [{ by: PART, scope: PART }] }));
    expect(linked('a claim', inLaw, { ...NO_CONTEXT, around: [PART] })).toEqual(['claim → Claim']);
    expect(linked('a claim', inLaw, { ...NO_CONTEXT, around: ['Regulation:99-CFR-8'] })).toEqual([]);
  });
  test('does not hide a longer name', () => {
    expect(linked('a claim form', vocabulary('Claim', 'Claim form'), NO_CONTEXT)).toEqual(['claim form → Claim form']);
  });
});

describe('an abbreviation that the document explains', () => {
  const names = vocabulary(named('Kite rule', { aliases: [{ name: 'KRP', kind: 'ABBREVIATION' }] }));
  const within = (...texts: string[]) => ({ ...NO_CONTEXT, spelledOut: spelledOutIn(texts) });
  test('means what the document says', () => {
    expect(linked('the KRP', names, within())).toEqual(['KRP → Kite rule']);
    expect(linked('the KRP', names, within('every kept record of a pilot, a kept record of pilots (KRP)'))).toEqual([]);
    const own = vocabulary(named('Kite rule paper', { aliases: [{ name: 'KRP', kind: 'ABBREVIATION' }] }));
    expect(linked('the KRP', own, within('the kite rule paper (KRP)'))).toEqual(['KRP → Kite rule paper']);
  });
  test('is explained by words with its initials only', () => {
    expect([...spelledOutIn(['the Office of the National Coordinator (ONC), a thing (KRP)'])]).toEqual([
      ['onc', new Set(['of the national coordinator', 'office of the national coordinator'])],
    ]);
  });
});

describe('a foreign vocabulary', () => {
  const term = (name: string, key: string, more: Partial<TermRow> = {}): TermRow => ({
    ...named(name, { vocabulary: key, ...more }),
    id: `Term:${key}/${name}`,
  });
  const owner = (id: string, text: string, more: Partial<TextOwner> = {}): TextOwner => ({
    ...{ id, texts: [{ text, sourceId: 'Source:x' }], around: [], defines: [] },
    ...more,
  });
  const texts = [
    owner('Regulation:99-CFR-7.1', 'A kite tail of a long kite.', {
      around: ['Regulation:99-CFR-7.1', 'Regulation:99-CFR-7'],
    }),
    owner('Term:tails/Kite', 'A kite has a kite tail and a wind sock.', { vocabulary: 'tails' }),
  ];
  const terms = [
    named('Kite'),
    defined('Wind sock', 'Regulation:99-CFR-7'),
    ...['Kite', 'Kite tail', 'Long kite', 'In'].map((name) => term(name, 'tails')),
  ];
  const found = (linking: Linking) => {
    const kept = linking === 'NOWHERE' ? terms.filter((one) => one.vocabulary !== 'tails') : terms;
    const names = buildNames(kept, [
      { key: 'glossograph', linking: 'EVERYWHERE', rank: 1 },
      { key: 'law', linking: 'EVERYWHERE', rank: 2 },
      { key: 'tails', linking, rank: 100 },
    ]);
    // Each text is a group of its own, as the law and the pages of a vocabulary are.
    return texts
      .flatMap((one) => mentionsOf([one], names, new Map()).relations)
      .map(({ from, to, weight }) => `${from} → ${to} ${weight}`);
  };
  const law = (lines: string[]) => lines.filter((line) => line.startsWith('Regulation'));

  test('is looked for in its own texts only, unless it is linked everywhere', () => {
    expect(law(found('OWN'))).toEqual(law(found('NOWHERE')));
    expect(found('OWN').filter((line) => line.includes('→ Term:tails'))).toEqual([
      expect.stringMatching(/^Term:tails\/Kite → Term:tails\/Kite tail/),
    ]);
  });
  test('changes no link of another one when it is linked everywhere, with longer names too', () => {
    const [everywhere, own] = [found('EVERYWHERE'), found('OWN')];
    expect(everywhere.filter((line) => own.includes(line))).toEqual(own);
    expect(law(everywhere).filter((line) => !own.includes(line))).toEqual([
      expect.stringMatching(/→ Term:tails\/Kite tail/),
      expect.stringMatching(/→ Term:tails\/Long kite/),
    ]);
  });
  const quotesIn = (heading: string, defines: string[] = []) => {
    const names = buildNames(
      [...terms, named('Long kite record'), named('Kite port')],
      [{ key: 'glossograph', linking: 'EVERYWHERE', rank: 1 }],
    );
    const defining = defines.map((term) => ({ term, start: 0 }));
    const holder = owner('Regulation:99-CFR-7', '', { heading, defines: defining });
    return mentionsOf([holder], names, new Map()).relations.flatMap(({ evidence }) =>
      evidence.map(({ quote }) => quote),
    );
  };
  test('is found in a heading in title case, where capitals make no proper name', () => {
    expect(quotesIn('Failing to Grant Long Kite Record or Kite Port Requests').sort()).toEqual([
      'Kite Port',
      'Long Kite Record',
    ]);
    expect(quotesIn('The report of the Kite Port Committee to keepers')).toEqual([]);
  });
  test('is not found in a heading that only announces its definition', () => {
    expect(quotesIn('Kite port.', ['Term:Kite port'])).toEqual([]);
    expect(quotesIn('Kite port.')).toEqual(['Kite port']);
    expect(quotesIn('Kite port fees.', ['Term:Kite port'])).toEqual(['Kite port']);
  });
  test('and the law are linked to a heading as well, without offsets', () => {
    const names = buildNames(terms, [{ key: 'glossograph', linking: 'EVERYWHERE', rank: 1 }]);
    const [relation] = mentionsOf(
      [owner('Regulation:99-CFR-7', '', { heading: 'Kites.' })],
      names,
      new Map(),
    ).relations;
    expect(relation?.evidence).toEqual([{ rule: 'MATCHED', quote: 'Kites', sourceId: 'Source:x' }]);
  });
});
