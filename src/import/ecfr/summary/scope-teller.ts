import type { RegulationLevel } from '../../../model/kinds.ts';
import type { ImportRecords } from '../../../model/records.ts';
import { sectionIdOf } from './section-of.ts';

/** Finds the definitions whose scope is not in the files or is not named by them. */
export class ScopeTeller {
  private readonly awaited = new Map<RegulationLevel, number>();
  /** How many definitions apply to each provision outside their own part, by its citation, and its section or division. */
  private readonly elsewhere = new Map<string, { count: number; id: string }>();

  add({ entities, relations }: ImportRecords): void {
    const own = new Set(entities.map(({ id }) => id));
    for (const { type, scopeId, alsoScopeIds = [], scopeCitations = [], awaitedScope: level } of relations) {
      if (type !== 'DEFINES' || scopeId === undefined) continue;
      if (level) this.awaited.set(level, (this.awaited.get(level) ?? 0) + 1);
      for (const [at, id] of [scopeId, ...alsoScopeIds].entries()) {
        const citation = scopeCitations[at] ?? id;
        const { count } = this.elsewhere.get(citation) ?? { count: 0 };
        if (!own.has(id)) this.elsewhere.set(citation, { count: count + 1, id: sectionIdOf(id) });
      }
    }
  }

  /** @param isRead whether a section or division is in the files */
  sentences(isRead: (id: string) => boolean): string[] {
    const awaited = [...this.awaited].map(([level, count]) => {
      const meanwhile = level === 'SUBPART' ? 'section' : 'part';
      const container = level.toLowerCase();
      const each = count === 1 ? 'the definition' : 'each definition';
      return `${definitions(count)} to a ${container} that is not yet known. Until the ${container} is known, ${each} applies only to its own ${meanwhile}.`;
    });
    const missing = [...this.elsewhere].flatMap(([citation, { count, id }]) =>
      isRead(id) ? [] : [`${definitions(count)} to ${citation}, which is not in the files.`],
    );
    return [...awaited, ...missing].sort();
  }
}

const definitions = (count: number) => (count === 1 ? '1 definition applies' : `${count} definitions apply`);
