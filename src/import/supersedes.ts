/**
 * Determines which version of a standard supersedes which. This depends on all known versions, regardless of which
 * importer added them. Therefore, it is rederived for the whole standard after each import, under a separate origin.
 */
import { compareBuild, parse, type SemVer } from 'semver';
import { type KnownVersion, supersedes } from '../../cypher/supersedes/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { type ImportRecords, type RelationRecord, relationId } from '../model/records.ts';
import { type ImportResult, writeWithin } from '../store/write.ts';

/**
 * Creates the relations from each version to the previous one, by semantic version ("v3" is 3.0.0, "2.1" is 2.1.0, and
 * a ballot precedes its release). The order of `versions` does not matter. A version that is not a number ("current")
 * has no relation, and two names for the same number do not supersede each other.
 *
 * @param sourceId the source of the evidence
 */
export function versionChainOf(versions: readonly KnownVersion[], sourceId: string): RelationRecord[] {
  const inOrder = versions
    .flatMap(({ id, version }) => {
      const number = numberOf(version);
      return number === null ? [] : [{ id, number }];
    })
    .sort((a, b) => compareBuild(a.number, b.number) || (a.id < b.id ? -1 : 1));
  return inOrder.slice(1).flatMap(({ id: from, number }, i) => {
    const before = inOrder[i];
    if (before === undefined || compareBuild(before.number, number) === 0) return [];
    const { id: to } = before;
    const id = relationId('SUPERSEDES', from, to);
    return [{ id, type: 'SUPERSEDES', from, to, evidence: [{ rule: 'PARSED', sourceId }] }];
  });
}

/**
 * Rederives which version of a standard supersedes which, and replaces the previous relations. Runs in the transaction
 * that wrote a version.
 *
 * @param standard the key of the standard, such as "us-core"; its versions are PART_OF it
 * @param origin the origin of the relations, one for each standard, such as "fhir:us-core"
 */
export async function writeChain(tx: Runner, standard: string, origin: string): Promise<ImportResult> {
  const source = { id: `Source:versions-of-${standard}`, name: `Versions of ${standard}, ordered by version number` };
  const relations = versionChainOf(await run(tx, supersedes.knownVersions, { standard }), source.id);
  const records: ImportRecords = { entities: [], relations, sources: relations.length > 0 ? [source] : [] };
  return writeWithin(tx, { origin, records });
}

const NUMBER = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?([-+].+)?$/i;

/**
 * Parses a version. Versions as people write them may leave out zeros at the end or have leading zeros, which semantic
 * versions do not allow.
 */
function numberOf(version: string): SemVer | null {
  const [, ...parts] = NUMBER.exec(version.trim()) ?? [];
  const [major, minor = '0', patch = '0', rest = ''] = parts;
  return major === undefined ? null : parse(`${[major, minor, patch].map(Number).join('.')}${rest}`);
}
