/** Entities that were in the graph until an import removed them: addresses that people keep are then told what became of them. */
import type { EntityKind } from './kinds.ts';

/** How the successor of a removed entity was found: by its IRI, by its name, or by an alias that is this name. */
export type Succession = 'IRI' | 'NAME' | 'ALIAS';

/** What is known of an entity that an import removed. */
export interface Gone {
  /** The id that it had: "Term:nist/kem". */
  id: string;
  label: string;
  kind: EntityKind;
  /** The import that left it out, "glossary:nist", and the day of this import, in UTC. */
  removedBy: string;
  removedOn: string;
  /** Ids of the entities that took its place; several when its name now means several. */
  successors: readonly string[];
  /** How the successors were found; null without one. */
  succeededBy: Succession | null;
}

/** A removed entity that a response does not have, with the path of the field that asked for it. */
export interface GoneAt extends Gone {
  path: readonly (string | number)[];
  /** `goneInWords`. */
  message: string;
}

/** What is known of a removed entity, in a sentence: "Term:nist/kem was removed on …". */
export function goneInWords({ id, removedBy, removedOn, successors, succeededBy }: Gone): string {
  const removed = `${id} was removed on ${removedOn}, because the import ${removedBy} no longer contained it.`;
  if (succeededBy === null) return removed;
  const how = { IRI: 'the same IRI', NAME: 'the same name', ALIAS: 'its name as an alias' }[succeededBy];
  const have = successors.length === 1 ? 'has' : 'have';
  return `${removed} ${successors.join(' and ')} ${have} ${how}.`;
}
