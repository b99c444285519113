import { addTo } from '../../../model/group.ts';

/**
 * The elements of a snapshot that a profile's differential names. If a profile narrows "value[x]" to a Quantity, the
 * differential can name "valueQuantity", while the snapshot contains "value[x]", or also "value[x]:valueQuantity".
 *
 * @param ids ids of the elements of the snapshot
 * @param differential ids of the elements of the differential
 */
export function differing(ids: ReadonlySet<string>, differential: readonly string[]): Set<string> {
  const choices = new Map<string, string[]>();
  for (const id of ids) {
    if (!id.endsWith('[x]')) continue;
    const parent = parentId(id);
    addTo(choices, parent, id.slice(parent.length + 1));
  }
  const found = new Set<string>();
  for (const id of differential) {
    const same = locate(id);
    if (same !== undefined) found.add(same);
  }
  return found;

  function locate(id: string): string | undefined {
    if (ids.has(id)) return id;
    const above = id.includes('.') ? locate(parentId(id)) : undefined;
    if (above === undefined) return undefined;
    const name = id.slice(parentId(id).length + 1);
    if (ids.has(`${above}.${name}`)) return `${above}.${name}`;
    const choice = choices.get(above)?.find((one) => isChoiceOf(name, one.slice(0, -'[x]'.length)));
    if (choice === undefined) return undefined;
    const slice = `${above}.${choice}:${name}`;
    return ids.has(slice) ? slice : `${above}.${choice}`;
  }
}

/** The id of the parent: "Patient.name.family" → "Patient.name". Empty for the root. */
export const parentId = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('.')));

const isChoiceOf = (name: string, stem: string) => name.startsWith(stem) && /^[A-Z]/.test(name.slice(stem.length));
