import type { OrganizationRecord } from '../../../model/records.ts';
import { nameKey } from '../../../search/words.ts';
import { slugOf } from '../../slug.ts';
import type { Resource } from '../read/resources.ts';

/** The part that names a working group: "HL7 International / Cross-Group Projects", "HL7 (FHIR Project)". */
const GROUP = /\s*(?:\s[-–—/]\s|\s\().*$/;

/**
 * Names of a guide's publisher, most likely name first.
 *
 * @param stated the names that the guide as a whole states
 * @param resources the resources, each of which names its working group
 */
export function publisherNames(stated: readonly (string | undefined)[], resources: readonly Resource[]): string[] {
  const often = byFrequency(resources.flatMap(({ publisher }) => publisher?.replace(GROUP, '').trim() || []));
  const whole = stated.flatMap((name) => (name?.trim() ? [name.trim(), name.replace(GROUP, '').trim()] : []));
  return [...new Set([...whole, ...often])];
}

/** Distinct texts, most frequent first. Equally frequent texts are sorted alphabetically. */
export function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([text]) => text);
}

/**
 * The organization that publishes a guide: one in the graph with this name or alias, or else a new one.
 *
 * @param names the names from `publisherNames`
 * @param known ids of organizations by name and alias (`nameKey`)
 */
export function publisherOf(
  names: readonly string[],
  known: ReadonlyMap<string, string>,
): { id: string; made?: OrganizationRecord } | undefined {
  const ids = new Set(known.values());
  for (const name of names) {
    const id = known.get(nameKey(name)) ?? `Organization:${slugOf(name)}`;
    if (ids.has(id)) return { id };
  }
  const name = names.find((one) => one === one.replace(GROUP, '') && slugOf(one) !== '');
  if (name === undefined) return undefined;
  const id = `Organization:${slugOf(name)}`;
  return { id, made: { kind: 'ORGANIZATION', id, label: name, name, role: 'publisher' } };
}
