/** The examples of the SKOS Reference: what is consistent is taken in without a word, and what is not is told by its number. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSkosTurtle } from '../../../src/import/glossary/read/rdf.ts';
import { besidePath } from '../../setup/beside.ts';
import { hasRealData } from '../../setup/real-data.ts';

const EXAMPLES = besidePath('thesaurus/shapes/skos-reference');
const files = (kind: string) => (hasRealData ? readdirSync(join(EXAMPLES, kind)) : []);

/** What is told of an example: faults, and inconsistencies by the number of the condition. */
function told(kind: string, file: string) {
  const faults: string[] = [];
  const { passedOver } = readSkosTurtle({
    text: readFileSync(join(EXAMPLES, kind, file), 'utf8'),
    fault: (message) => faults.push(message),
  });
  return { faults, inconsistent: passedOver.filter((one) => /\bS\d+\b/.test(one)) };
}

describe.skipIf(!hasRealData)('the examples of the SKOS Reference', () => {
  test.each(files('valid'))('%s is taken in and consistent', (file) => {
    expect(told('valid', file)).toEqual({ faults: [], inconsistent: [] });
  });
  test.each(files('invalid'))('%s is not, and the import tells why', (file) => {
    expect(told('invalid', file).inconsistent).not.toEqual([]);
  });
});
