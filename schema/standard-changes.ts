import { type ChangeRow, type ChangesRow, standard } from '../cypher/standard/index.ts';
import { badInput } from '../src/graph/errors.ts';
import type { PlannedRow } from '../src/plan/requirement.ts';
import { builder } from './builder.ts';
import { Standard } from './refs.ts';

const FIELDS = 'name, min, max, types, mustSupport, binding, bindingStrength, and status';

const StandardChange = builder.objectRef<ChangeRow>('StandardChange').implement({
  description: 'A part of a standard that differs between two versions.',
  fields: (t) => ({
    before: t.one(Standard, standard.changeBefore, {
      nullable: false,
      description: 'The part as it appears in the version that was passed to `changesFrom`.',
    }),
    after: t.one(Standard, standard.changeAfter, {
      nullable: false,
      description: 'The part as it appears in the version for which `changesFrom` was requested.',
    }),
    fields: t.exposeStringList('fields', {
      description: `The names of the fields that differ. The fields compared are ${FIELDS}. When two versions of a standard are compared, the value \`parts\` means that nested parts differ.`,
    }),
  }),
});

export const StandardChanges = builder.objectRef<ChangesRow>('StandardChanges').implement({
  description:
    'A comparison of two versions of a standard or of a part of a standard. When two whole versions are compared, only their direct parts are compared, such as structures, value sets, and data classes. When two structures, elements, or data classes are compared, all of their nested parts are compared, and parts with the same path are matched.',
  fields: (t) => ({
    from: t.one(Standard, standard.changesFrom, {
      description:
        'The same standard or part in the version that was passed to `changesFrom`, or null if that version does not contain it.',
    }),
    fields: t.exposeStringList('fields', {
      description: `The names of the standard's own fields that differ. The fields compared are ${FIELDS}.`,
    }),
    imported: t.exposeBoolean('imported', {
      description:
        'True if the parts of both versions are imported. If this field is false, `added` and `removed` can include parts that exist in both versions but are imported for only one of them.',
    }),
    added: t.many(Standard, standard.changesAdded, {
      weight: { rows: 100 },
      description: 'The parts that exist only in the version for which `changesFrom` was requested, in document order.',
    }),
    removed: t.many(Standard, standard.changesRemoved, {
      weight: { rows: 100 },
      description: 'The parts that exist only in the version that was passed to `changesFrom`, in document order.',
    }),
    changed: t.many(StandardChange, standard.changesChanged, {
      weight: { rows: 100 },
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
        : 'version: cannot be compared with this standard, because only a version or a part of a version can be compared',
    );
  },
};
