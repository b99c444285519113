/**
 * Entities that were in the graph until an import removed them. Their addresses and ids remain in use elsewhere, so the
 * API and the pages explain what happened to them.
 */
import type { EntityKind } from './kinds.ts';

/** How the successor of a removed entity was found: by its IRI, by its name, or by an alias that equals its name. */
export type Succession = 'IRI' | 'NAME' | 'ALIAS';

/** The known data about an entity that an import removed. */
export interface Gone {
  /** The id of the removed entity, such as "Term:nist/kem". */
  id: string;
  label: string;
  kind: EntityKind;
  /** The import that no longer contains it, such as "glossary:nist", and the date of this import in UTC. */
  removedBy: string;
  removedOn: string;
  /** Ids of the entities that replaced it. There are several if its name now refers to several entities. */
  successors: readonly string[];
  /** How the successors were found. Null if there are none. */
  succeededBy: Succession | null;
}

/** A removed entity that a response does not contain, with the path of the field that requested it. */
export interface GoneAt extends Gone {
  path: readonly (string | number)[];
  /** The sentence from `goneInWords`. */
  message: string;
}

/** Describes a removed entity in one sentence: "Term:nist/kem was removed on …". */
export function goneInWords({ id, removedBy, removedOn, successors, succeededBy }: Gone): string {
  const removed = `${id} was removed on ${removedOn}, because the import ${removedBy} no longer contained it.`;
  if (succeededBy === null) return removed;
  const how = { IRI: 'the same IRI', NAME: 'the same name', ALIAS: "the removed entity's name as an alias" }[
    succeededBy
  ];
  const who = successors.join(' and ');
  return `${removed} ${successors.length === 1 ? `Its replacement, ${who}, has` : `Its replacements, ${who}, have`} ${how}.`;
}
