import { type ChangeRow, type ChangesRow, standard } from '../cypher/standard/index.ts';
import { badInput } from '../src/graph/errors.ts';
import type { PlannedRow } from '../src/plan/requirement.ts';
import { builder } from './builder.ts';
import { Standard } from './refs.ts';

const FIELDS = 'name, min, max, types, mustSupport, binding, bindingStrength, status';

const StandardChange = builder.objectRef<ChangeRow>('StandardChange').implement({
  description: 'A part of a standard that differs between two versions.',
  fields: (t) => ({
    before: t.one(Standard, standard.changeBefore, {
      nullable: false,
      description: 'The part as it appears in the other version.',
    }),
    after: t.one(Standard, standard.changeAfter, {
      nullable: false,
      description: 'The part as it appears in this version.',
    }),
    fields: t.exposeStringList('fields', {
      description: `The names of the fields that differ: ${FIELDS}. When two versions of a standard are compared, the value \`parts\` means that nested parts differ.`,
    }),
  }),
});

export const StandardChanges = builder.objectRef<ChangesRow>('StandardChanges').implement({
  description:
    'A comparison of two versions of a standard or of a part of a standard. When two whole versions are compared, only their direct parts are compared, such as structures, value sets, and data classes. When two structures, elements, or data classes are compared, all of their nested parts are compared, matched by path.',
  fields: (t) => ({
    from: t.one(Standard, standard.changesFrom, {
      description: 'The same standard or part in the other version, or null if the other version does not contain it.',
    }),
    fields: t.exposeStringList('fields', {
      description: `The names of the fields of the standard itself that differ: ${FIELDS}.`,
    }),
    imported: t.exposeBoolean('imported', {
      description:
        'True if the parts of both versions are imported. If this field is false, `added` and `removed` can include parts that exist in both versions but are imported for only one of them.',
    }),
    added: t.many(Standard, standard.changesAdded, {
      description: 'The parts that exist only in this version, in document order.',
    }),
    removed: t.many(Standard, standard.changesRemoved, {
      description: 'The parts that exist only in the other version, in document order.',
    }),
    changed: t.many(StandardChange, standard.changesChanged, {
      description: 'The parts that differ between the two versions, in document order.',
    }),
  }),
});

/** Rejects a version that the graph does not contain. */
export const KNOWN_VERSION = {
  reads: ['compared', 'known'],
  refuse: ({ compared, known }: PlannedRow) => {
    if (compared === true) return;
    const versions = [...(known as string[])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    throw badInput(
      versions.length > 0
        ? `version: must be one of the known versions: ${versions.join(', ')}`
        : 'version: requires a standard that is a version or part of a version, so this standard cannot be compared',
    );
  },
};
