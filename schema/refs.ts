/**
 * The entity types. They are declared here because they refer to each other, and the files of their domains add their
 * fields.
 */
import type { EntityKind } from '../src/model/kinds.ts';
import type { RecordOf } from '../src/model/records.ts';
import { builder } from './builder.ts';

/** The record of a kind as a statement returns it. Absent properties are null. */
export type NodeOf<Kind extends EntityKind> = Stored<RecordOf<Kind>>;
type Stored<Held> = {
  [Name in Exclude<keyof Held, 'kind'>]-?: object extends Pick<Held, Name>
    ? Exclude<Held[Name], undefined> | null
    : Held[Name];
};

export const Term = builder.objectRef<NodeOf<'TERM'>>('Term');
export const Regulation = builder.objectRef<NodeOf<'REGULATION'>>('Regulation');
export const Standard = builder.objectRef<NodeOf<'STANDARD'>>('Standard');
export const Statute = builder.objectRef<NodeOf<'STATUTE'>>('Statute');
export const Organization = builder.objectRef<NodeOf<'ORGANIZATION'>>('Organization');
export const Rule = builder.objectRef<NodeOf<'RULE'>>('Rule');
export const Alias = builder.objectRef<NodeOf<'ALIAS'>>('Alias');
