/**
 * Which version of a standard came after which. That depends on all versions that are known, whoever imported them: so no
 * import of a version says it. It is said anew for the whole standard after each, under an origin of its own.
 */
import { compareBuild, parse, type SemVer } from 'semver';
import { type KnownVersion, supersedes } from '../../cypher/supersedes/index.ts';
import { type Runner, run } from '../graph/run.ts';
import { type ImportRecords, type RelationRecord, relationId } from '../model/records.ts';
import { type ImportResult, writeWithin } from '../store/write.ts';

/**
 * Each version → the one before it, by semantic version ("v3" is 3.0.0, "2.1" is 2.1.0, a ballot comes before its release).
 * The same in whatever order they are given. What is no version number ("current") has no place among them, and two
 * names of one number supersede nothing of each other.
 *
 * @param sourceId of the evidence
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
 * Says anew which version of a standard came after which, in place of what was said before. Call it after a version was
 * written, in the same transaction.
 *
 * @param standard its key, "us-core": its versions are PART_OF it
 * @param origin under which it is said, one for each standard: "fhir:us-core"
 */
export async function writeChain(tx: Runner, standard: string, origin: string): Promise<ImportResult> {
  const source = { id: `Source:versions-of-${standard}`, name: `Versions of ${standard}, by their numbers` };
  const relations = versionChainOf(await run(tx, supersedes.knownVersions, { standard }), source.id);
  const records: ImportRecords = { entities: [], relations, sources: relations.length > 0 ? [source] : [] };
  return writeWithin(tx, { origin, records });
}

const NUMBER = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?([-+].+)?$/i;

/** People leave out the zeros at the end, and write some at the front, which semantic versions do not take. */
function numberOf(version: string): SemVer | null {
  const [, ...parts] = NUMBER.exec(version.trim()) ?? [];
  const [major, minor = '0', patch = '0', rest = ''] = parts;
  return major === undefined ? null : parse(`${[major, minor, patch].map(Number).join('.')}${rest}`);
}
