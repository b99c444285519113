import { z } from 'zod';
import { kindOf, LABEL_OF } from '../model/kinds.ts';
import { EntityRecord, type ImportRecords, RelationRecord, relationId, SourceRecord } from '../model/records.ts';
import { RELATIONS } from '../model/relations.ts';
import { VocabularyRecord } from '../model/vocabulary.ts';
import type { Remark } from './errors.ts';

/**
 * The errors in an import's records, for every importer. This is the last check before the records are written. An
 * importer that reads files reports its own errors by file and line before this check.
 */
export function faultsOf(origin: string, { entities, relations, sources, vocabularies = [] }: ImportRecords): Remark[] {
  const sourceIds = new Set(sources.map(({ id }) => id));
  const messages = [
    ...twice('vocabulary', vocabularies),
    ...twice('source', sources),
    ...twice('entity', entities),
    ...twice('relation', relations),
    ...vocabularies.flatMap((vocabulary) => formFaults('vocabulary', VOCABULARY_FORM, vocabulary)),
    ...sources.flatMap((source) => formFaults('source', SOURCE_FORM, source)),
    ...entities.flatMap(entityFaults),
    ...vocabularyFaults(entities, vocabularies),
    ...relations.flatMap((relation) => relationFaults(relation, sourceIds)),
  ];
  return messages.map((message) => ({ file: origin, message }));
}

/** Every term has a vocabulary that the import describes. */
function vocabularyFaults(entities: ImportRecords['entities'], vocabularies: readonly VocabularyRecord[]): string[] {
  const keys = new Set(vocabularies.map(({ key }) => key));
  return entities.flatMap((one) =>
    one.kind === 'TERM' && one.vocabulary !== undefined && !keys.has(one.vocabulary)
      ? [`entity ${one.id}: vocabulary: "${one.vocabulary}" is not among the vocabularies in the import`]
      : [],
  );
}

function twice(what: string, records: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }) => {
    if (seen.has(id)) return [`${what} ${id}: occurs twice, but each id must be unique`];
    seen.add(id);
    return [];
  });
}

/** The fields of a record. */
interface RecordForm {
  /** The schema of each field. */
  fields: ReadonlyMap<string, z.ZodType>;
  required: readonly string[];
}

function formOf({ shape }: z.ZodObject): RecordForm {
  const fields = new Map(Object.entries(shape) as [string, z.ZodType][]);
  const required = [...fields].flatMap(([key, field]) => (field instanceof z.ZodExactOptional ? [] : [key]));
  return { fields, required };
}

const VOCABULARY_FORM = formOf(VocabularyRecord);
const SOURCE_FORM = formOf(SourceRecord);
const RELATION_FORM = formOf(RelationRecord);
const ENTITY_FORMS: ReadonlyMap<string, RecordForm> = new Map(
  EntityRecord.options.map((schema) => [schema.shape.kind.value, formOf(schema)]),
);

/**
 * What the schema finds in a record: each fault with the record and the field that it is about. Only the fields that the
 * record has or must have are checked: most records have few of the optional ones, and a schema as a whole tries them all,
 * which takes four times as long.
 */
function formFaults(what: string, { fields, required }: RecordForm, record: { id: string }): string[] {
  const faults: string[] = [];
  const check = (key: string, value: unknown) => {
    const issues = fields.get(key)?.safeParse(value).error?.issues;
    if (issues) faults.push(...issuesInWords(`${what} ${record.id}`, [key], issues));
  };
  for (const key of required) if (!(key in record)) check(key, undefined);
  for (const [key, value] of Object.entries(record)) check(key, value);
  return faults;
}

const issuesInWords = (record: string, at: readonly string[], issues: readonly z.core.$ZodIssue[]) =>
  issues.map(({ path, message }) => `${record}: ${[...at, ...path].join('.')}: ${inWords(message)}`);

const inWords = (message: string) =>
  /received undefined$/.test(message) ? 'is required' : message.replace(/^Invalid (input|option): /, '');

function entityFaults(entity: EntityRecord): string[] {
  const { id, kind } = entity;
  const form = ENTITY_FORMS.get(kind);
  const faults = form
    ? formFaults('entity', form, entity)
    : issuesInWords(`entity ${id}`, [], EntityRecord.safeParse(entity).error?.issues ?? []);
  if (kindOf(id) !== kind)
    faults.push(`entity ${id}: the id of an entity of the kind ${kind} must begin with "${LABEL_OF[kind]}:"`);
  return faults;
}

function relationFaults(relation: RelationRecord, sourceIds: ReadonlySet<string>): string[] {
  const { id, type, from, to, evidence, validFrom, validTo } = relation;
  const rule = RELATIONS[type];
  const faults = formFaults('relation', RELATION_FORM, relation);
  const fault = (message: string) => faults.push(`relation ${id}: ${message}`);

  const base = relationId(type, from, to);
  if (id !== base && !id.startsWith(`${base}~`))
    fault(`the id must be ${base}, optionally followed by "~" and a suffix`);
  for (const [end, kinds] of [
    [from, rule.from],
    [to, rule.to],
  ] as const) {
    const kind = kindOf(end);
    if (kind === null || !kinds.includes(kind))
      fault(
        `a relation of the type ${type} must go from ${rule.from.join(' or ')} to ${rule.to.join(' or ')}; ${end} is not allowed at this end`,
      );
  }
  if (from === to) fault('the relation must not connect an entity to itself');
  if (rule.symmetric && from > to)
    fault(`a relation of the type ${type} is symmetric, so the id that sorts first must be its source`);
  for (const { sourceId } of evidence) {
    if (!sourceIds.has(sourceId))
      fault(`the evidence refers to ${sourceId}, which is not among the sources in the import`);
  }
  if (validFrom !== undefined && validTo !== undefined && validFrom >= validTo)
    fault('validTo must be later than validFrom');
  return faults;
}
