/** The text of provisions over time: the text on a date and the differences between two dates. */
import { allTexts } from '../cypher/regulation/index.ts';
import { badInput } from '../src/graph/errors.ts';
import { diffWords } from '../src/law/diff.ts';
import { textOn } from '../src/law/versions.ts';
import { nextTurn } from '../src/turns.ts';
import { type AllTexts, versionsIn } from './all-texts.ts';
import { builder } from './builder.ts';
import { DiffChunk } from './diff.ts';
import { Regulation } from './refs.ts';

/** A property of a provision, either now or on the `asOf` date. */
const asItRead = (now: string, formerly: string) => `CASE
  WHEN $asOf IS NULL OR node.validFrom <= $asOf OR node.seenFrom IS NULL THEN node.${now}
  ELSE head([at IN range(0, size(coalesce(node.formerFrom, [])) - 1)
    WHERE node.formerFrom[at] <= $asOf AND node.formerTo[at] > $asOf | node.${formerly}[at]])
END`;

builder.objectFields(Regulation, (t) => ({
  heading: t.value({
    type: 'String',
    nullable: true,
    description: 'The official heading of the provision.',
    cypher: asItRead('heading', 'formerHeading'),
    resolve: (heading: string | null) => heading || null,
  }),
  text: t.value({
    type: 'String',
    nullable: true,
    description:
      'The official text of the provision itself, without nested provisions. This field is null if the text is not imported or no longer exists.',
    cypher: asItRead('text', 'formerText'),
  }),
  fullText: t.value({
    type: 'String',
    nullable: true,
    description:
      'The text of this provision and all nested provisions, with each printed paragraph on its own line. Headings and notes are not included. For a division that is larger than a part, such as a chapter, this field returns the error LIMIT_EXCEEDED.',
    weight: { work: 150 },
    cypher: allTexts,
    shared: 'texts',
    resolve: (row: AllTexts) => {
      const versions = versionsIn(row, 'fullText');
      const { asOf } = row.own;
      return asOf === null ? (versions.find(({ validTo }) => validTo === null)?.text ?? null) : textOn(asOf, versions);
    },
  }),
  diff: t.value({
    type: [DiffChunk],
    description:
      'A word-by-word comparison of the text on two dates, including the text of nested provisions. The EQUAL and DELETE chunks form the earlier text; the EQUAL and INSERT chunks form the later text. For a division that is larger than a part, such as a chapter, this field returns the error LIMIT_EXCEEDED.',
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The earlier of the two dates.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The later of the two dates.' }),
    },
    weight: { work: 2_000 },
    cypher: allTexts,
    shared: 'texts',
    resolve: async (row: AllTexts, { from, to }) => {
      if (from > to) throw badInput(`from: must not be later than \`to\`, but ${from} is later than ${to}`);
      await nextTurn(); // long texts take a turn of their own
      const versions = versionsIn(row, 'diff');
      return diffWords(textOn(from, versions) ?? '', textOn(to, versions) ?? '');
    },
  }),
}));
