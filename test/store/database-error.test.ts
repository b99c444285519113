import { expect, test } from 'vitest';
import { importErrorOf } from '../../src/store/database-error.ts';

const fromNeo4j = (code: string, message = '') => Object.assign(new Error(message), { code });

test('names the label, property and value that must be unique', () => {
  const message = "Node(7) already exists with label `Term` and property `slug` = 'ehr'";
  const error = importErrorOf('seed', fromNeo4j('Neo.ClientError.Schema.ConstraintValidationFailed', message));
  expect(error?.message).toBe(
    "seed: Two nodes with the label Term have the same slug, 'ehr'; each value must be unique.",
  );
});

test('tells how to give Neo4j more memory when an import does not fit', () => {
  const error = importErrorOf('ecfr', fromNeo4j('Neo.TransientError.General.MemoryPoolOutOfMemoryError'));
  expect(error?.message).toContain('NEO4J_HEAP');
});

test('leaves every other error as it is', () => {
  expect(importErrorOf('seed', fromNeo4j('ServiceUnavailable'))).toBeNull();
  expect(importErrorOf('seed', new Error('a fault of ours'))).toBeNull();
});
