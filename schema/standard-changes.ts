import { type ChangeRow, type ChangesRow, standard } from '../cypher/standard/index.ts';
import { badInput } from '../src/graph/errors.ts';
import type { PlannedRow } from '../src/plan/requirement.ts';
import { builder } from './builder.ts';
import { Standard } from './refs.ts';

const FIELDS = 'name, min, max, types, mustSupport, binding, bindingStrength, status';

const StandardChange = builder.objectRef<ChangeRow>('StandardChange').implement({
  description: 'A standard that differs between two versions.',
  fields: (t) => ({
    before: t.one(Standard, {
      nullable: false,
      description: 'The standard in the other version.',
      fragment: standard.changeBefore,
    }),
    after: t.one(Standard, {
      nullable: false,
      description: 'The standard in this version.',
      fragment: standard.changeAfter,
    }),
    fields: t.exposeStringList('fields', {
      description: `The fields that differ: ${FIELDS}. \`parts\` is listed when versions are compared and something inside this part differs.`,
    }),
  }),
});

export const StandardChanges = builder.objectRef<ChangesRow>('StandardChanges').implement({
  description:
    'The comparison of a standard with another version. For a version, its parts are compared: structures, value sets, data classes. For a structure, element or data class, everything inside it is compared by path.',
  fields: (t) => ({
    from: t.one(Standard, {
      description:
        'The standard in the other version. Null if the other version does not have it; then everything was added.',
      fragment: standard.changesFrom,
    }),
    fields: t.exposeStringList('fields', { description: `The fields of the standard itself that differ: ${FIELDS}.` }),
    imported: t.exposeBoolean('imported', {
      description:
        'True if the parts of both versions are imported. If it is false, entries of `added` and `removed` can be parts that are simply not imported.',
    }),
    added: t.many(Standard, {
      description: 'The standards that only this version has, in document order.',
      fragment: standard.changesAdded,
    }),
    removed: t.many(Standard, {
      description: 'The standards that only the other version has, in document order.',
      fragment: standard.changesRemoved,
    }),
    changed: t.many(StandardChange, {
      description: 'The standards that differ between the versions, in document order.',
      fragment: standard.changesChanged,
    }),
  }),
});

/** Refuses a version that the graph does not contain. */
export const KNOWN_VERSION = {
  reads: ['compared', 'known'],
  refuse: ({ compared, known }: PlannedRow) => {
    if (compared === true) return;
    const versions = [...(known as string[])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    throw badInput(
      versions.length > 0
        ? `version: must be one of the known versions: ${versions.join(', ')}`
        : 'version: this standard is not a version or part of a version, so there is nothing to compare',
    );
  },
};
