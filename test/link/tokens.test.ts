import { expect, test } from 'vitest';
import { singularIn, tokensOf } from '../../src/link/tokens.ts';

const singularsOf = (text: string) => [...tokensOf(text)].map(singularIn);

test('the plural of an abbreviation has a small s, and a short word in capitals is no plural', () => {
  expect(singularsOf('APIs, PAS, PA, CMS, HINs')).toEqual(['api', 'pas', 'pa', 'cms', 'hin']);
  expect(singularsOf('exceptions EXCEPTIONS policies')).toEqual(['exception', 'exception', 'policy']);
});
