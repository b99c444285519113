/** The changes in the law during a period. */
import { basis, change, sides } from '../cypher/change/index.ts';
import { readCitation } from '../src/arguments/checks.ts';
import { badInput } from '../src/graph/errors.ts';
import { type ChangeSides, textsAround } from '../src/law/change-texts.ts';
import { diffWords } from '../src/law/diff.ts';
import { CHANGE_KINDS, type ChangeKind as Kind } from '../src/model/change.ts';
import { formatCitation } from '../src/model/citation.ts';
import { Amendment } from './amendment.ts';
import { builder } from './builder.ts';
import { Coverage } from './coverage.ts';
import { DiffChunk } from './diff.ts';
import { Entity } from './entity.ts';
import { DateBasis, described } from './enums.ts';
import { pageOf } from './page.ts';
import { Regulation } from './refs.ts';

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'The kinds of changes to the law and to standards.',
  values: described<Kind>(CHANGE_KINDS, {
    ADDED: 'A section, appendix, part, or subpart was added.',
    REMOVED: 'A section or appendix was removed, or its citation was marked as reserved.',
    TEXT: 'The text of a section or appendix changed.',
    HEADING: 'The heading of a provision changed.',
    DEFINITION: 'A definition was added, removed, or reworded.',
    CITATION: 'A provision started or stopped citing another provision or a statute.',
    EXCEPTION: 'A provision became an exception to another provision or stopped being one.',
    ADOPTION: 'The adoption of a standard took effect or ended.',
    STANDARD: 'A new version of a standard was published.',
  }),
});

/** The properties of a row of `cypher/change/all.cypher` that fields read. */
interface ChangeRow {
  kind: Kind;
  on: string;
}

/** The texts before and after each change. They are cached because three fields read them and assembling a long section takes time. */
const AROUND = new WeakMap<ChangeSides, ReturnType<typeof textsAround>>();
function around(found: ChangeSides): ReturnType<typeof textsAround> {
  const known = AROUND.get(found) ?? textsAround(found);
  AROUND.set(found, known);
  return known;
}

const EntityConnection = pageOf(Entity, 'Entity');

const Change = builder.objectRef<ChangeRow>('Change').implement({
  description: 'A change in the law or in a standard that the law adopts.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKind, description: 'The kind of change, such as TEXT or DEFINITION.' }),
    subject: t.one(Entity, change.subject, {
      nullable: false,
      description:
        'The entity that changed: the provision, the term whose definition changed, or the standard. A change to a paragraph is listed under the section that contains the paragraph.',
    }),
    regulation: t.one(Regulation, change.regulation, {
      description: 'The provision in which the change occurred, or null for a new version of a standard.',
    }),
    on: t.expose('on', {
      type: 'Date',
      nullable: true,
      description:
        'The date of the change, or null if the date is unknown. The `basis` field shows what the date is based on. If the basis is FIRST_SEEN, the change happened after the date of the previous imported edition and no later than the date in `on`.',
    }),
    basis: t.value({ type: DateBasis, description: 'What the date in the `on` field is based on.', cypher: basis }),
    before: t.value({
      type: 'String',
      nullable: true,
      description: 'The text before the change, or null if the text is unknown or did not exist yet.',
      weight: { work: 60 },
      cypher: sides,
      shared: 'sides',
      resolve: (found: ChangeSides) => around(found).before,
    }),
    after: t.value({
      type: 'String',
      nullable: true,
      description: 'The text after the change, or null if the text is unknown or no longer exists.',
      weight: { work: 60 },
      cypher: sides,
      shared: 'sides',
      resolve: (found: ChangeSides) => around(found).after,
    }),
    diff: t.value({
      type: [DiffChunk],
      description: 'A word-by-word comparison of `before` and `after`. The list is empty if either text is null.',
      weight: { work: 60 },
      cypher: sides,
      shared: 'sides',
      resolve: (found: ChangeSides) => {
        const { before, after } = around(found);
        return before === null || after === null ? [] : diffWords(before, after);
      },
    }),
    amendments: t.many(Amendment, change.amendments, {
      description: 'The known amendments that made this change.',
    }),
    affects: t.page(EntityConnection, change.affects, {
      description:
        'The entities that the change affects: the terms that the changed provision defines or uses, the provisions that cite it, and the standards that it adopts.',
    }),
  }),
});

const ChangeConnection = pageOf(Change, 'Change', {
  connection: (t) => ({
    coverage: t.one(Coverage, change.coverage, {
      nullable: false,
      description:
        'How complete this list is. The list can omit changes to sections whose text on the first or last date of the period is unknown.',
    }),
  }),
});

builder.queryField('changes', (t) =>
  t.page(ChangeConnection, change.all, {
    weight: { work: 1_500 },
    description:
      'The changes in the law during a period, oldest first. Each change to the text of a provision is listed once, under the section that contains the provision, together with the rule that made the change, if that rule is known.',
    isBackward: true,
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The first date of the period.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last date of the period.' }),
      within: t.arg.string({
        description:
          'Include only changes within the section, appendix, part, or larger division with this citation, such as 45 CFR Part 171.',
      }),
      kinds: t.arg({ type: [ChangeKind], description: 'Include only changes of these kinds.' }),
    },
    params: ({ from, to, within, kinds }) => {
      if (from > to) throw badInput(`from: must not be later than \`to\`, but ${from} is later than ${to}`);
      return { from, to, within: within == null ? null : wholeSection(within), kinds: kinds ?? null };
    },
  }),
);

function wholeSection(written: string): string {
  const citation = readCitation(written, 'within');
  if (citation.paragraphs.length === 0) return formatCitation(citation);
  const section = formatCitation({ ...citation, paragraphs: [] });
  throw badInput(
    `within: must be a section, an appendix, or a larger division, not a paragraph; the changes to ${section} include the changes to its paragraphs`,
  );
}
