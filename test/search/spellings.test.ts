/** Other spellings of a name: what people write who write English in another way. */
import { describe, expect, test } from 'vitest';
import { otherSpellings } from '../../src/search/spellings.ts';

describe('the other spellings of a name', () => {
  test.each([
    ['denials', 'denial'],
    ['Covered Entity', 'covered entities'],
    ['health information exchanges', 'health information exchange'],
    ['actor’s', 'actor'],
    ["developers' ", 'developers'],
    ['authorisation', 'authorization'],
    ['prior authorisations', 'prior authorization'],
    ['behavioural health', 'behavioral health'],
    ['paediatric care', 'pediatric care'],
    ['anaesthesia', 'anesthesia'],
    ['software licence', 'software license'],
    ['patient enrolment', 'patient enrollment'],
    ['data centre', 'data center'],
    ['care programme', 'care program'],
    ['e-prescribing catalogue', 'e-prescribing catalog'],
    ['labelling', 'labeling'],
    ['oedema', 'edema'],
    ['analyse', 'analyze'],
  ])('"%s" has "%s" among them', (name, other) => {
    expect(otherSpellings(name)).toContain(other);
  });

  test('do not have the name itself, and come closest first', () => {
    expect(otherSpellings("the provider's organisations")).toEqual([
      'the provider organisations',
      'the provider organizations',
      'the provider organisation',
      'the provider organization',
    ]);
    expect(otherSpellings('HL7')).toEqual([]);
    expect(otherSpellings('')).toEqual([]);
  });
});
