import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import type { StructureRow } from '../../../cypher/uscdi/index.ts';
import { wordsOf } from '../../search/words.ts';
import { lastKeySegment, type Structures } from './structures.ts';

/**
 * The profile or extension that a cell names, by title, name, or id. Spaces, hyphens, and case do not matter: "US Core
 * Medication Request Profile" is "US Core MedicationRequest Profile". Words can be missing from the beginning if only
 * one title ends with the remaining words, as in "Gender Identity Extension". Profiles of the guide take precedence
 * over those of FHIR itself.
 */
export function profileNamed(structures: Structures, name: string): StructureRow | undefined {
  const own = structures.profiles;
  const core = structures.core.filter(({ level }) => level === 'PROFILE');
  const bare = name.replace(/\s+(?:extension|profile)$/i, '');
  const words = ` ${wordsOf(name).join(' ')}`;
  return (
    own.find(isCalled(name)) ??
    only(own.filter(({ title }) => words.trim().includes(' ') && wordsOf(title).join(' ').endsWith(words))) ??
    only(core.filter(isCalled(name))) ??
    only(core.filter(isCalled(bare)))
  );
}

/**
 * The keys of slices in these profiles for an extension with this name. For example, "assertedDate Extension" names
 * `extension:assertedDate`.
 */
export function slicesNamed(structures: Structures, profiles: readonly string[], name: string): string[] {
  const bare = squeeze(name.replace(/\s+extension$/i, ''));
  return profiles
    .flatMap((profile) => structures.slicesOf(`${profile}.extension`))
    .filter((slice) => squeeze(slice.slice(slice.lastIndexOf(':') + 1)) === bare);
}

/** Returns `; the nearest name is "performed[x]"`, or "" if no name is similar. */
export function nearest(name: string, known: readonly string[]): string {
  const near = suggestionList(name, known).find((one) => one !== name && one[0] === name[0]);
  return near === undefined ? '' : `; the most similar name is "${near}"`;
}

const isCalled =
  (name: string) =>
  ({ key, title, name: own }: StructureRow): boolean =>
    [title, own, lastKeySegment(key)].some((one) => squeeze(one) === squeeze(name));

const squeeze = (name: string) => wordsOf(name).join('');
const only = <ListedItem>(items: readonly ListedItem[]): ListedItem | undefined =>
  items.length === 1 ? items[0] : undefined;
