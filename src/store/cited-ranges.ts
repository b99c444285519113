/**
 * Cited ranges for which a text names only the ends, such as "42 CFR 2.11–2.13". The range stays pending. Each section
 * or part between its ends gets a relation of the same import, regardless of which of the two is imported first.
 */
import { store } from '../../cypher/store/index.ts';
import { runAll } from '../graph/pipeline.ts';
import type { Runner } from '../graph/run.ts';
import { rangeTargetId } from '../model/citations/between.ts';
import { parseCitation } from '../model/citations/parse.ts';
import { type RelationRecord, relationId } from '../model/records.ts';
import { fromDriver, type Properties } from './properties.ts';

/** An entity that is new in the graph, with the data that its import states. */
export interface ArrivedEntity {
  id: string;
  properties: Properties;
}

/** The relations to the range members that are in the graph. */
export async function membersOf(tx: Runner, relations: readonly RelationRecord[]): Promise<RelationRecord[]> {
  const ranges = new Map(relations.flatMap((one) => (one.between ? [[one.id, one]] : [])));
  const rows = [...ranges.values()].map(({ id, to, between: [low = '', high = ''] = [] }) => ({
    id,
    low,
    high,
    level: to.endsWith('/parts') ? 'PART' : 'SECTION',
  }));
  if (rows.length === 0) return [];
  const known = new Map<string, RelationRecord>();
  for (const { range, id: to, citation } of await runAll(tx, store.between, { rows })) {
    const { between: _between, open: _open, ...plain } = ranges.get(range) as RelationRecord;
    const id = relationId('CITES', plain.from, to) + windowOf(range);
    if (!known.has(id)) known.set(id, { ...plain, id, to, targetCitation: citation, amid: true });
  }
  return [...known.values()];
}

/** The relations of pending ranges to newly added provisions. */
export async function arrivedMembers(tx: Runner, arrived: readonly ArrivedEntity[]) {
  const rows = arrived.flatMap(({ id, properties: { level, citation, sortKey } }) => {
    const place = level === 'SECTION' || level === 'PART' ? parseCitation(String(citation)) : null;
    return place ? [{ id, citation: String(citation), sortKey: String(sortKey), within: rangeTargetId(place) }] : [];
  });
  const found = rows.length === 0 ? [] : await runAll(tx, store.rangesAround, { rows });
  const known = new Map<string, ReturnType<typeof memberOf>>();
  for (const row of found) {
    const member = memberOf(row.id, row.citation, fromDriver(row.properties));
    if (!known.has(member.id)) known.set(member.id, member);
  }
  return [...known.values()];
}

function memberOf(to: string, citation: string, range: Properties) {
  const { type: _type, from: citing, to: _to, origin, between: _between, open: _open, ...plain } = range;
  const from = String(citing);
  const id = relationId('CITES', from, to) + windowOf(String(range.id));
  const stated: Properties = { ...plain, id, targetCitation: citation, amid: true };
  return { id, type: 'CITES' as const, from, to, origin: String(origin), stated };
}

/** The suffix of a relation that was in force for a time: "~2020-01-01". */
const windowOf = (id: string): string => /~\d{4}-\d{2}-\d{2}$/.exec(id)?.[0] ?? '';
