import { expect, test } from 'vitest';
import { manifestOf } from '../../../src/import/fhir/read/resources.ts';

test('requires only a name and a version of a package', () => {
  expect(manifestOf('package.json', { name: 'kite.core', version: '1.0.0' })).toEqual({
    name: 'kite.core',
    version: '1.0.0',
  });
  expect(() => manifestOf('package.json', { name: 'kite.core' })).toThrow(/version/);
});
