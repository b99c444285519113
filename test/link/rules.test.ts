/** Whether a name is a term in a sentence, in sentences written for these tests. */
import { describe, expect, test } from 'vitest';
import { definedElsewhere } from '../../src/link/defined-elsewhere.ts';
import { linkText, NO_CONTEXT, type TextContext } from '../../src/link/rules.ts';
import { defined, linked, named, OWN_PAGE, vocabulary } from './names.ts';

/** A text, a name, and the words of the text that are it. */
const PAIRS: readonly [text: string, name: string, expected: readonly string[]][] = [
  // the false positives of the issue
  ['We say that it works, and IT works.', 'IT', ['IT']],
  ['The api of a bee is Apis; an API is something else.', 'API', ['API']],
  ['They use USE.', 'USE', ['USE']],
  ['An item of it', 'IT', []],
  ['as the Privacy Act requires', 'Act', []],
  ['in the United States', 'State', []],
  ['the ONC Health IT Certification Program', 'Health IT', []],
  // word boundaries
  ['Reusable users reuse', 'use', []],
  ['the actor, (actor) and actor.', 'Actor', ['actor', 'actor', 'actor']],
  ['an actor—whoever it is—acts', 'Actor', ['actor']],
  ['“actor” means', 'Actor', ['actor']],
  ['factor and actors', 'Actor', ['actors']],
  ['user_access is a variable', 'Access', []],
  ['see hl7.org and fhir@hl7.org', 'HL7', []],
  ['see https://example.org/health-plan/list for a health plan', 'Health plan', ['health plan']],
  ['www.example.org/health-plan', 'Health plan', []],
  ['Patient.name is an element', 'Patient', []],
  ['naïve Ärzte', 'arzte', ['Ärzte']],
  ['Gesundheitsplan', 'plan', []],
  // hyphens and blanks
  ['a health-care provider', 'Health care provider', ['health-care provider']],
  ['a health care  provider', 'Health care provider', ['health care  provider']],
  ['a health care\nprovider', 'Health care provider', ['health care\nprovider']],
  ['health care\n\nprovider', 'Health care provider', []],
  ['e-prescribing and e prescribing', 'e-prescribing', ['e-prescribing', 'e prescribing']],
  ['e-prescribing', 'prescribing', []],
  ['a non-standard way', 'Standard', []],
  ['standards-essential technology', 'Standard', []],
  ['a FHIR-based API', 'FHIR', ['FHIR']],
  ['a non-FHIR server', 'FHIR', ['FHIR']],
  ['an ONC-ACB decides', 'ACB', []],
  ['an ONC-ACB decides', 'ONC-ACB', ['ONC-ACB']],
  ['a health plan-sponsored program', 'Health plan', ['health plan']],
  // plurals and possessives
  ['several APIs', 'API', ['APIs']],
  ["the API's limits", 'API', ['API']],
  ['the actor’s practice', 'Actor', ['actor']],
  ["the actors' practices", 'Actor', ['actors']],
  ['covered entities', 'Covered entity', ['covered entities']],
  ['a certification criterion', 'Certification criteria', ['certification criterion']],
  ['certain certification criteria', 'Certification criterion', ['certification criteria']],
  ['bus and buses', 'bus', ['bus']],
  ["the patient's access", 'Patient access', []],
  ['offers health IT and offer health IT', 'Offer health IT', ['offers health IT', 'offer health IT']],
  ['developers of certified health IT', 'Developer of certified health IT', ['developers of certified health IT']],
  ['accesses', 'access', ['accesses']],
  // case
  ['HEALTH PLAN, Health Plan, health plan', 'Health plan', ['HEALTH PLAN', 'Health Plan', 'health plan']],
  ['to improve health it takes time', 'Health IT', []],
  ['to improve Health IT takes time', 'Health IT', ['Health IT']],
  ['in a new era', 'ERA', []],
  ['hl7 and Hl7', 'HL7', []],
  ['us core, US core', 'US Core', ['US core']],
  ['Oauth 2.0 and OAuth 2.0', 'OAuth 2.0', ['Oauth 2.0', 'OAuth 2.0']],
  ['OAuth 2, 0 of it', 'OAuth 2.0', []],
  // longer proper names
  ['the Department of State says', 'State', []],
  ['the Secretary of Health said', 'Health', []],
  ['a State may', 'State', ['State']],
  ['Each State shall', 'State', ['State']],
  ['Federal, State, or tribal law', 'State', ['State']],
  ['under Federal or State law', 'State', ['State']],
  ['(e) Patient right to ask', 'Patient', ['Patient']],
  ['Any Actor, anywhere', 'Actor', ['Actor']],
  ['the HIPAA Privacy Rule', 'Privacy', []],
  ['the HIPAA Privacy Rule', 'HIPAA Privacy Rule', ['HIPAA Privacy Rule']],
  ['the Health Information Privacy office', 'Health information', []],
  ['the HL7 FHIR US Core guide', 'US Core', ['US Core']],
  ['as the Public Health Service Act says', 'Public health', []],
  // signs within names
  ['an HIN/HIE is one', 'HIN/HIE', ['HIN/HIE']],
  ['FHIR® Bulk Data Access', 'FHIR Bulk Data Access', ['FHIR® Bulk Data Access']],
  ['better health. Care follows.', 'Health care', []],
  ['health (care)', 'Health care', []],
  ['health, care', 'Health care', []],
];

describe('a name in a text', () => {
  test.each(PAIRS)('%j: %s', (text, name, expected) => {
    expect(linkText(text, vocabulary(name), OWN_PAGE).map((one) => one.text)).toEqual(expected);
  });

  test('has more than fifty pairs of its own', () => {
    expect(PAIRS.length).toBeGreaterThan(57);
  });

  test('the longest name wins', () => {
    const names = vocabulary('Health care', 'Health care provider', 'Provider', 'Care');
    expect(linked('a health care provider, health care and care', names)).toEqual([
      'health care provider → Health care provider',
      'health care → Health care',
      'care → Care',
    ]);
  });

  test('tries a shorter name when the longest does not apply', () => {
    const names = vocabulary('Health IT', 'Health');
    expect(linked('their health it is', names)).toEqual(['health → Health']);
  });

  test('a phrase of plain English is not a term', () => {
    const names = vocabulary('Practice', 'Access');
    expect(linked('best practice, and a practice of a critical access hospital', names)).toEqual([
      'practice → Practice',
    ]);
  });

  test('a single word is a proper name when its page never writes it in lowercase', () => {
    const brand = named('Swift', { page: 'Swift is a courier. People like Swift.' });
    const word = named('Claim', { page: 'A claim asks for payment. Claims are many.' });
    expect(linked('Swift was swift; a claim', vocabulary(brand, word))).toEqual(['Swift → Swift', 'claim → Claim']);
  });
});

describe('a common word that only the law defines', () => {
  const PART = 'Regulation:99-CFR-7';
  const inside: TextContext = { ...NO_CONTEXT, around: ['Regulation:99-CFR-7.10', PART] };
  const names = vocabulary(defined('Keeper', PART), defined('Kite keeper', PART), defined('KKP', PART));

  test('is a term in the scope of the definition', () => {
    expect(linked('the keeper', names, inside)).toEqual(['keeper → Keeper']);
    expect(linked('the keeper', names, NO_CONTEXT)).toEqual([]);
    expect(linked('the keeper', names, { ...NO_CONTEXT, around: ['Regulation:99-CFR-8'] })).toEqual([]);
  });

  test('several words that a whole part defines, and abbreviations, are terms everywhere', () => {
    expect(linked('a kite keeper and the KKP', names)).toEqual(['kite keeper → Kite keeper', 'KKP → KKP']);
    const narrow = vocabulary(defined('Kite keeper', 'Regulation:99-CFR-7-Subpart-B'));
    expect(linked('a kite keeper', narrow)).toEqual([]);
  });

  test('is a term where the text takes its meaning from the definition', () => {
    const elsewhere = vocabulary(defined('Keeper', 'Regulation:99-CFR-7-Subpart-B', {}));
    const text = 'a keeper, as defined in 99 CFR 7.2, and its kite';
    expect(linked(text, elsewhere)).toEqual([]);
    expect(linked(text, elsewhere, { ...NO_CONTEXT, definedIn: definedElsewhere(text) })).toEqual(['keeper → Keeper']);
    const several = 'string, keeper, or kite, as such terms are defined in 99 CFR 7.2 and 7.5';
    expect(definedElsewhere(several)).toEqual(['Regulation:99-CFR-7.2', 'Regulation:99-CFR-7.5']);
    expect(definedElsewhere('a kite that 99 CFR 7.2 adopts')).toEqual([]);
  });

  test('is a term while the definition is in force', () => {
    const past = vocabulary(
      defined('Keeper', PART, { definitions: [{ by: PART, scope: PART, from: '2020-01-01', to: '2024-01-01' }] }),
    );
    const on = (from?: string, to?: string) => linked('the keeper', past, { ...inside, from, to }).length;
    expect([on('2021-01-01'), on('2021-01-01', '2022-01-01'), on('2024-01-01', '2025-01-01')]).toEqual([0, 1, 0]);
  });

  test('use and access are terms only near related words', () => {
    const words = vocabulary(defined('Use', PART), defined('Access', PART));
    expect(linked('to use the element; while it remains in use; use of information', words, inside)).toEqual([
      'use → Use',
    ]);
    expect(linked('access, exchange, or use', words, inside)).toEqual(['access → Access', 'use → Use']);
  });
});

describe('a name of several terms', () => {
  const [part, section] = ['Regulation:99-CFR-7', 'Regulation:99-CFR-7.10'];
  const alias = [{ name: 'Network', kind: 'SYNONYM' as const }];
  const wide = named('Wide', { aliases: alias, definitions: [{ by: part, scope: part }] });
  const narrow = named('Narrow', { aliases: alias, definitions: [{ by: section, scope: section }] });
  const other = named('Other', { aliases: alias });

  test('means the term whose definition applies', () => {
    expect(linked('a network', vocabulary(wide, other), { ...NO_CONTEXT, around: [section, part] })).toEqual([
      'network → Wide',
    ]);
  });
  test('means the term with the innermost scope', () => {
    expect(linked('a network', vocabulary(wide, narrow, other), { ...NO_CONTEXT, around: [section, part] })).toEqual([
      'network → Narrow',
    ]);
  });
  test('means all terms when nothing decides', () => {
    expect(linked('a network', vocabulary(wide, narrow, other))).toEqual(['network → Narrow | Other | Wide']);
  });
});

describe('a common word that several provisions define', () => {
  const by = (id: string, ...names: string[]) => ({ by: `${id}.2`, scope: id, names });
  const [seven, eight] = ['Regulation:99-CFR-7', 'Regulation:99-CFR-8'];
  const use = named('Use', {
    aliases: [{ name: 'using', kind: 'SYNONYM' }],
    definitions: [by(seven, 'use'), by(eight, 'use', 'using')],
  });

  test('is a term under another name only where that name is defined', () => {
    const text = 'access by using information, or use of information';
    expect(linked(text, vocabulary(use), { ...NO_CONTEXT, around: [seven] })).toEqual(['use → Use']);
    expect(linked(text, vocabulary(use), { ...NO_CONTEXT, around: [eight] })).toEqual(['using → Use', 'use → Use']);
  });
});

describe('definitions and pages of terms', () => {
  test('a term is not mentioned where its text defines it', () => {
    const text = 'Keeper means a person who has a kite. A keeper pays.';
    const heads = [{ term: 'Term:Keeper', start: 0, end: 12 }];
    expect(linked(text, vocabulary('Keeper', 'Kite'), { ...NO_CONTEXT, heads })).toEqual([
      'kite → Kite',
      'keeper → Keeper',
    ]);
  });
  test('a page does not mention its own term', () => {
    expect(linked('a kite and a keeper', vocabulary('Kite', 'Keeper'), { ...OWN_PAGE, self: 'Term:Kite' })).toEqual([
      'keeper → Keeper',
    ]);
  });
});
