/** The text of provisions over time: as it reads on a date, its versions, and the difference between two dates. */
import { badInput } from '../src/graph/errors.ts';
import { diffWords } from '../src/law/diff.ts';
import { type TextRow, textOn, versionsOf } from '../src/law/versions.ts';
import { builder } from './builder.ts';
import { Source, type SourceNode } from './evidence.ts';
import { type Period, periodOf } from './period.ts';
import { Regulation } from './refs.ts';

/** A version of a provision's text. */
interface VersionNode extends Period {
  heading: string | null;
  text: string;
  sha256: string;
  source: SourceNode;
}

const RegulationVersion = builder.objectRef<VersionNode>('RegulationVersion').implement({
  description: 'The text of a provision during a period of time.',
  fields: (t) => ({
    ...periodOf(t, 'this version', 'in force'),
    heading: t.exposeString('heading', {
      nullable: true,
      description: 'The heading of the provision in this version.',
    }),
    text: t.exposeString('text', { description: 'The text of this version, including all nested provisions.' }),
    sha256: t.exposeString('sha256', { description: 'The SHA-256 hash of the UTF-8 text, in hexadecimal.' }),
    source: t.field({
      type: Source,
      description: 'The source from which this version was imported.',
      resolve: ({ source }) => source,
    }),
  }),
});

const DiffOp = builder.enumType('DiffOp', {
  description: 'The change to a sequence of words between two dates.',
  values: {
    EQUAL: { description: 'The words are in both texts.' },
    INSERT: { description: 'The words are only in the later text.' },
    DELETE: { description: 'The words are only in the earlier text.' },
  } as const,
});

const DiffChunk = builder.objectRef<{ op: 'EQUAL' | 'INSERT' | 'DELETE'; text: string }>('DiffChunk').implement({
  description: 'A sequence of words that is unchanged, inserted, or deleted.',
  fields: (t) => ({
    op: t.expose('op', { type: DiffOp, description: 'Whether the words are unchanged, inserted, or deleted.' }),
    text: t.exposeString('text', { description: 'The words in this sequence.' }),
  }),
});

/** A property today, or on the day that governs. */
const asItRead = (now: string, formerly: string) => `CASE
  WHEN $asOf IS NULL OR node.validFrom <= $asOf OR node.seenFrom IS NULL THEN node.${now}
  ELSE head([at IN range(0, size(coalesce(node.formerFrom, [])) - 1)
    WHERE node.formerFrom[at] <= $asOf AND node.formerTo[at] > $asOf | node.${formerly}[at]])
END`;

/** The texts of a provision and of everything inside it. The ids of its paragraphs start with its own id. */
const TEXTS = `head(COLLECT {
  WITH COLLECT {
    MATCH (inside:Regulation)
    WHERE inside.id = node.id OR inside.id STARTS WITH node.id + '('
    RETURN inside {
      .id, .order, .text, .heading, .lead, .validFrom, .textSource, .formerFrom, .formerTo, .formerText, .formerHeading,
      .formerLead, .formerSource
    }
  } AS rows
  RETURN {id: node.id, asOf: $asOf, rows: rows, sources: COLLECT {
    MATCH (source:Source)
    WHERE source.id IN reduce(ids = [], row IN rows | ids + coalesce(row.textSource, []) + coalesce(row.formerSource, []))
    RETURN source {.id, .name, .url, .retrieved, .sha256}
  }}
})`;

/** A row of `TEXTS`. */
interface Texts {
  id: string;
  asOf: string | null;
  rows: TextRow[];
  sources: SourceNode[];
}

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
    description: 'The text of this provision and all nested provisions, with each printed paragraph on its own line.',
    cypher: TEXTS,
    resolve: ({ id, rows, asOf }: Texts) => {
      const versions = versionsOf(id, rows);
      return asOf === null ? (versions.find(({ validTo }) => validTo === null)?.text ?? null) : textOn(asOf, versions);
    },
  }),
  versions: t.value({
    type: [RegulationVersion],
    description:
      'The versions of the text, including nested provisions, newest first. The list is empty if no official text is imported.',
    cypher: TEXTS,
    resolve: ({ id, rows, sources }: Texts) =>
      versionsOf(id, rows).map((version) => ({
        ...version,
        source: sources.find((source) => source.id === version.sourceId) as SourceNode,
      })),
  }),
  diff: t.value({
    type: [DiffChunk],
    description:
      'A word-by-word comparison of the text on two dates, including nested provisions. The EQUAL and DELETE chunks form the earlier text; the EQUAL and INSERT chunks form the later text.',
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The earlier of the two dates.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The later of the two dates.' }),
    },
    cypher: TEXTS,
    resolve: ({ id, rows }: Texts, { from, to }) => {
      if (from > to) throw badInput(`from: must not be later than \`to\`, but ${from} is later than ${to}`);
      const versions = versionsOf(id, rows);
      return diffWords(textOn(from, versions) ?? '', textOn(to, versions) ?? '');
    },
  }),
}));
