/** The adoptions to which a word leads on a day, each with its data elements and the elements to which they map. */
import { undatedId } from '../../model/dated-id.ts';
import type { Ask } from '../ask.ts';
import type { Adopted } from '../standard/asked.ts';
import { DATA, type MappedElement, TARGETS, type Target, VERSIONS_ON_DAY } from './asked.ts';
import type { Stop, Way } from './word.ts';

/** The API looks up as many ids at once; a word seldom leads to more than ten. */
const MOST_TARGETS = 100;

/** A data element, the data class that contains it, and the elements to which it maps. */
export interface DataRow {
  readonly dataClass: Stop | null;
  readonly element: MappedElement;
}

/**
 * An adoption, how the word leads to it, and its data elements: either all of them or only those that the word names.
 */
export interface FoundAdoption {
  readonly adoption: Adopted;
  readonly ways: readonly Way[];
  readonly data: readonly DataRow[];
}

/** Everything to which a word leads on a day. */
export interface Found {
  readonly adoptions: readonly FoundAdoption[];
  /** Standards to which the word leads but for which no adoption is known on the day. */
  readonly notAdopted: readonly Stop[];
  /** Among the versions to which data elements map, the ids of those that are adopted on the day. */
  readonly adoptedVersions: ReadonlySet<string>;
}

/** Loads the adoptions to which chains of relations lead. */
export async function findAdoptions(ways: readonly Way[], on: string, ask: Ask): Promise<Found> {
  const waysTo = new Map<string, Way[]>();
  for (const way of ways) {
    const id = way.stops.at(-1)?.id ?? '';
    waysTo.set(id, [...(waysTo.get(id) ?? []), way]);
  }
  const ids = [...waysTo.keys()].slice(0, MOST_TARGETS);
  if (ids.length === 0) return { adoptions: [], notAdopted: [], adoptedVersions: new Set() };
  const { data } = await ask(TARGETS, { ids, asOf: on });
  const targets = (data.nodes ?? []).filter((node): node is Target => node !== null && 'requiredBy' in node);
  const reached = targets.flatMap((target) =>
    adoptionsOf(target).map((adoption) => ({
      adoption,
      ways: waysTo.get(target.id) ?? [],
      dataId: isData(target) ? target.id : standardOf(adoption),
    })),
  );
  const rows = await dataRows([...new Set(reached.flatMap(({ dataId }) => dataId ?? []))], ask);
  const adoptions = new Map<string, FoundAdoption>();
  for (const { adoption, ways: leading, dataId } of reached) {
    const key = `${adoption.regulation.id} ${standardOf(adoption)}`;
    const before = adoptions.get(key);
    const more = (dataId && rows.get(dataId)) || [];
    adoptions.set(key, {
      adoption,
      ways: [...(before?.ways ?? []), ...leading],
      data: [...new Map([...(before?.data ?? []), ...more].map((row) => [row.element.id, row])).values()],
    });
  }
  return {
    adoptions: [...adoptions.values()],
    notAdopted: targets
      .filter((target) => adoptionsOf(target).length === 0)
      .map(({ id, name, ancestors }) => ({
        id,
        label: [...ancestors.filter(({ level }) => level !== 'STANDARD'), { name }].map((one) => one.name).join(', '),
      })),
    adoptedVersions: await versionsOn([...rows.values()].flat(), on, ask),
  };
}

const isData = ({ level }: Target): boolean => level === 'DATA_CLASS' || level === 'DATA_ELEMENT';

/** The id of the adopted standard without its date. */
export const standardOf = ({ standard }: Pick<Adopted, 'standard'>): string | null =>
  standard && undatedId(standard.id);

/**
 * The id of a standard as a whole. The ids of its versions begin with this id: Standard:us-core/7.0.0 →
 * Standard:us-core.
 */
export const familyOf = (id: string): string => id.split('/')[0] ?? id;

/** The adoptions of a standard and its versions, of a data element's own version, or of whatever requires a part. */
function adoptionsOf(target: Target): readonly Adopted[] {
  if (target.level === 'STANDARD') {
    return [...target.adoptions, ...target.children.edges.flatMap(({ node }) => node.adoptions)];
  }
  if (target.level === 'VERSION') return target.adoptions;
  if (!isData(target)) return target.requiredBy;
  return target.requiredBy.filter((adoption) => target.ancestors.some(({ id }) => id === standardOf(adoption)));
}

/** The data elements of versions, data classes, or data elements, by the id asked for. */
async function dataRows(ids: readonly string[], ask: Ask): Promise<Map<string, DataRow[]>> {
  if (ids.length === 0) return new Map();
  const { data } = await ask(DATA, { ids });
  return new Map(
    (data.nodes ?? []).flatMap((node): [string, DataRow[]][] => {
      if (node === null || !('classes' in node)) return [];
      const { id, name, level, ancestors, children, classes } = node;
      const above = ancestors.find((one) => one.level === 'DATA_CLASS');
      const own = level === 'DATA_CLASS' ? { id, label: name } : above ? { id: above.id, label: above.name } : null;
      const rows = [
        ...(level === 'DATA_ELEMENT' ? [{ dataClass: own, element: node }] : []),
        ...children.edges.map((edge) => ({ dataClass: own, element: edge.node })),
        ...classes.edges.flatMap(({ node: one }) =>
          one.children.edges.map((edge) => ({ dataClass: { id: one.id, label: one.name }, element: edge.node })),
        ),
      ];
      return [[id, rows]];
    }),
  );
}

/** The version that contains a part. */
export const versionOf = ({ ancestors }: MappedElement['mapsTo'][number]) =>
  ancestors.find(({ level }) => level === 'VERSION');

async function versionsOn(rows: readonly DataRow[], on: string, ask: Ask): Promise<ReadonlySet<string>> {
  const ids = new Set(rows.flatMap(({ element }) => element.mapsTo.flatMap((part) => versionOf(part)?.id ?? [])));
  if (ids.size === 0) return new Set();
  const { data } = await ask(VERSIONS_ON_DAY, { ids: [...ids].slice(0, MOST_TARGETS), asOf: on });
  return new Set(
    data.nodes?.flatMap((node) =>
      node !== null && 'adoptions' in node && node.adoptions.length > 0 ? [undatedId(node.id)] : [],
    ),
  );
}
