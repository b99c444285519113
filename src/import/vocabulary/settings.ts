/**
 * The user's settings for a vocabulary. They override the settings from importers and are kept when a file is imported
 * again.
 */
import type { Driver } from 'neo4j-driver';
import { vocabularies } from '../../../cypher/vocabulary/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { defined } from '../../model/defined.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import { type Linking, type VocabularyRecord, vocabularyId } from '../../model/vocabulary.ts';
import { faultIn } from '../../store/errors.ts';
import { splitOrigins } from '../../store/merge.ts';
import { fromDriver } from '../../store/properties.ts';
import { type DerivedImport, type ImportOutcome, type ImportSteps, runImport } from '../run-import.ts';

/** The settings of a vocabulary. Absent settings stay unchanged. */
export interface VocabularySettings {
  linking?: Linking | undefined;
  rank?: number | undefined;
}

/**
 * Changes the settings of a vocabulary, and relinks the affected texts.
 *
 * @throws ImportError for a vocabulary that the graph does not contain
 */
export function setVocabulary(
  driver: Driver,
  database: string | undefined,
  { key, ...settings }: VocabularySettings & { key: string },
): Promise<ImportOutcome> {
  return runImport(driver, database, { what: `vocabulary ${key}` }, async function* (tx): ImportSteps<ImportOutcome> {
    const keys = (await run(tx, vocabularies.stored, {})).map((one) => one.key);
    if (!keys.includes(key)) {
      const there =
        keys.length > 0 ? `The vocabularies in the graph are ${keys.join(', ')}.` : 'The graph has no vocabularies.';
      throw faultIn(key, `The graph has no vocabulary with this key. ${there}`);
    }
    for (const step of await settingsOf(tx, key, settings)) yield step;
    return (outcome) => outcome;
  });
}

/** The import step that changes settings. There is no step if there is nothing to change. */
export async function settingsOf(
  tx: Runner,
  key: string,
  { linking, rank }: VocabularySettings,
): Promise<DerivedImport[]> {
  const given = defined({ linking, rank });
  if (Object.keys(given).length === 0) return [];
  const origin = originOf(ORIGINS.settings, key);
  const stored = (await run(tx, vocabularies.stored, {})).find((one) => one.key === key);
  const before = stored && splitOrigins(fromDriver(stored.properties)).get(origin);
  const record: VocabularyRecord = { ...before, id: vocabularyId(key), key, ...given };
  return [{ origin, records: { entities: [], relations: [], sources: [], vocabularies: [record] } }];
}
