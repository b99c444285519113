import { standard } from '../cypher/standard/index.ts';
import { badInput } from '../src/graph/errors.ts';
import type { PlannedRow } from '../src/plan/requirement.ts';
import { builder } from './builder.ts';
import { Standard } from './refs.ts';

/** A pair of what `standard/changes` gives. */
interface ChangeRow {
  fields: string[];
}

/** What `standard/changes` gives. */
interface ChangesRow {
  imported: boolean;
  fields: string[];
}

const FIELDS = 'name, min, max, types, mustSupport, binding, bindingStrength, status';

const StandardChange = builder.objectRef<ChangeRow>('StandardChange').implement({
  description: 'Something that is in both versions, and differs.',
  fields: (t) => ({
    before: t.one(Standard, { nullable: false, description: 'How it was.', fragment: standard.changeBefore }),
    after: t.one(Standard, { nullable: false, description: 'How it is.', fragment: standard.changeAfter }),
    fields: t.exposeStringList('fields', {
      description: `What differs, of ${FIELDS}; and \`parts\` when a version is compared, and something inside this part of it came, went or differs.`,
    }),
  }),
});

export const StandardChanges = builder.objectRef<ChangesRow>('StandardChanges').implement({
  description:
    'What something is made of, beside the same in another version. Of a version its parts are compared: structures, value sets, data classes. Of a structure, element or data class all that is inside it, by its place there.',
  fields: (t) => ({
    from: t.one(Standard, {
      description: 'What it was compared with; null when that version has no such thing, and all of it was added.',
      fragment: standard.changesFrom,
    }),
    fields: t.exposeStringList('fields', { description: `What differs of the thing itself, of ${FIELDS}.` }),
    imported: t.exposeBoolean('imported', {
      description:
        'Both versions are known with something that they are made of. Where one is known by little more than its name, what is listed as added or removed may only not be imported.',
    }),
    added: t.many(Standard, {
      description: 'What the other version does not have, in document order.',
      fragment: standard.changesAdded,
    }),
    removed: t.many(Standard, {
      description: 'What only the other version has, in document order.',
      fragment: standard.changesRemoved,
    }),
    changed: t.many(StandardChange, {
      description: 'What both have, and not alike, in document order.',
      fragment: standard.changesChanged,
    }),
  }),
});

/** Refuses a version that the graph does not know. */
export const KNOWN_VERSION = {
  reads: ['compared', 'known'],
  refuse: ({ compared, known }: PlannedRow) => {
    if (compared === true) return;
    const versions = [...(known as string[])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    throw badInput(
      versions.length > 0
        ? `version: one of those known here, ${versions.join(', ')}`
        : 'version: of a version, or of a part of one; this is neither, so it has none to compare with',
    );
  },
};
