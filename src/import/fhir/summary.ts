import { maxSatisfying, valid, validRange } from 'semver';
import { fhir } from '../../../cypher/fhir/index.ts';
import { store } from '../../../cypher/store/index.ts';
import { supersedes } from '../../../cypher/supersedes/index.ts';
import { type Runner, run } from '../../graph/run.ts';
import { STANDARD_LEVELS, type StandardLevel } from '../../model/kinds.ts';
import { ORIGINS, originOf } from '../../model/origins.ts';
import type { ImportOutcome } from '../run-import.ts';
import { versionChainOf } from '../supersedes.ts';
import type { DerivedGuide } from './derive/derive.ts';
import type { GuideVersion } from './derive/guide-version.ts';
import { CORE, standardId } from './keys.ts';

/** The result of importing packages and files. */
export interface FhirSummary extends ImportOutcome {
  /** Each package or file, with its version. */
  imported: { file: string; version: string; changed: boolean; counts: DerivedGuide['counts'] }[];
  /** The number of distinct standards in the packages and files, by level. */
  levels: Partial<Record<StandardLevel, number>>;
  /** The numbers of terms created from concepts and of their aliases. */
  concepts: { terms: number; aliases: number };
  /**
   * The number of relations in the graph, and of relations that are pending until a version is imported, by version.
   */
  relations: { resolved: number; waiting: number; waitingFor: Record<string, number> };
  /** Dependencies of the packages that are not in the graph. */
  needs: { package: string; version: string; by: string[] }[];
  /** The known versions of each guide, oldest first. */
  chains: Record<string, string[]>;
  /** Keys of structures that have a differential but no snapshot. */
  withoutSnapshot: string[];
  /**
   * Structures whose base is not in any package that could contain it, or whose package does not name such a package.
   */
  baseless: { key: string; base: string }[];
}

/** Sums up the packages and files of one import. */
export class Tally {
  private readonly imported: FhirSummary['imported'] = [];
  private readonly keys = new Map<StandardLevel, Set<string>>();
  private readonly concepts = { terms: 0, aliases: 0 };
  private readonly guides: GuideVersion[] = [];
  private readonly withoutSnapshot: string[] = [];
  private readonly baseless: FhirSummary['baseless'] = [];
  private relations = 0;

  add(
    file: string,
    guide: GuideVersion,
    { records, counts, concepts, withoutSnapshot, baseless }: DerivedGuide,
    changed: boolean,
  ) {
    this.imported.push({ file, version: `${guide.key}/${guide.version}`, changed, counts });
    this.guides.push(guide);
    for (const one of records.entities) {
      if (one.kind !== 'STANDARD') continue;
      const keys = this.keys.get(one.level);
      if (keys) keys.add(one.key);
      else this.keys.set(one.level, new Set([one.key]));
    }
    this.concepts.terms += concepts.terms;
    this.concepts.aliases += concepts.aliases;
    this.withoutSnapshot.push(...withoutSnapshot);
    this.baseless.push(...baseless);
    // A base that one of several dependencies can define is one relation, whichever of them it is.
    this.relations += new Set(
      records.relations.map(({ id, from, toCanonical }) => (toCanonical ? `${from} ${toCanonical}` : id)),
    ).size;
  }

  /** The summary after everything is written: pending relations, missing packages, and chains of versions. */
  async summary(tx: Runner, outcome: ImportOutcome): Promise<FhirSummary> {
    const origins = this.guides.map(({ origin }) => origin);
    const waits = await run(tx, fhir.pending, { origins });
    const waiting = waits.reduce((sum, { count }) => sum + count, 0);
    const chains: FhirSummary['chains'] = {};
    for (const key of new Set(this.guides.map((guide) => guide.key))) chains[key] = await versionsOf(tx, key);
    return {
      imported: this.imported,
      levels: Object.fromEntries(
        STANDARD_LEVELS.flatMap((level) => (this.keys.has(level) ? [[level, this.keys.get(level)?.size]] : [])),
      ),
      concepts: this.concepts,
      relations: {
        resolved: this.relations - waiting,
        waiting,
        waitingFor: Object.fromEntries(waits.map(({ version, count }) => [version, count])),
      },
      needs: await this.needs(tx),
      chains,
      withoutSnapshot: this.withoutSnapshot,
      baseless: [...this.baseless, ...(await run(tx, fhir.baseless, { origins }))],
      ...outcome,
    };
  }

  private async needs(tx: Runner): Promise<FhirSummary['needs']> {
    const packages = await run(tx, fhir.guides, {});
    // FHIR itself may come from loose files, which do not describe its version.
    const core = (await run(tx, store.imports, {})).flatMap(({ origin }) => CORE_ORIGIN.exec(origin)?.[1] ?? []);
    const versions = (name: string) => [
      ...packages.flatMap((one) => (one.package === name && one.version !== null ? [one.version] : [])),
      ...(CORE.packages.test(name) ? core : []),
    ];
    const needs = new Map<string, FhirSummary['needs'][number]>();
    for (const { key, version: own, dependencies } of this.guides) {
      for (const [name, version] of Object.entries(dependencies)) {
        if (meets(versions(name), version)) continue;
        const need = needs.get(`${name} ${version}`) ?? { package: name, version, by: [] };
        need.by.push(`${key}/${own}`);
        needs.set(`${name} ${version}`, need);
      }
    }
    return [...needs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need);
  }
}

const CORE_ORIGIN = new RegExp(`^${originOf(ORIGINS.fhir, CORE.key)}/([^:]+)`);

/** Whether a version meets a dependency, which names a version or a range such as "1.0.x". */
function meets(present: readonly string[], wanted: string): boolean {
  if (present.includes(wanted)) return true;
  if (validRange(wanted) === null) return false;
  return (
    maxSatisfying(
      present.filter((one) => valid(one) !== null),
      wanted,
    ) !== null
  );
}

async function versionsOf(tx: Runner, standard: string): Promise<string[]> {
  const known = await run(tx, supersedes.knownVersions, { standard });
  const chain = versionChainOf(known, standardId(standard));
  const ids = chain.length > 0 ? [chain[0]?.to, ...chain.map(({ from }) => from)] : known.map(({ id }) => id);
  return ids.flatMap((id) => known.find((one) => one.id === id)?.version ?? []);
}
