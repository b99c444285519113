/** The text of provisions over time: as it reads on a date, its versions, and the difference between two dates. */
import { inTime, texts } from '../cypher/regulation/index.ts';
import { badInput } from '../src/graph/errors.ts';
import type { Certainty as Sureness } from '../src/law/coverage.ts';
import { diffWords } from '../src/law/diff.ts';
import {
  coverageOf,
  endOfVersion,
  observedIn,
  type ProvisionVersions,
  provisionInTime,
  startOfVersion,
} from '../src/law/in-time.ts';
import { type TextsRow, textOn, versionsOf } from '../src/law/versions.ts';
import type { DateBasis as Basis } from '../src/model/date-basis.ts';
import { builder } from './builder.ts';
import { Certainty, type DatedRow } from './coverage.ts';
import { DateBasis } from './enums.ts';
import { Source, type SourceNode } from './evidence.ts';
import { OBSERVED, type Period, periodOf } from './period.ts';
import { Regulation } from './refs.ts';

/** A version of a provision's text. */
interface VersionNode extends Period {
  validFromBasis: Basis;
  validToBasis: Basis | null;
  observedFrom: string | null;
  observedTo: string | null;
  certainty: Sureness;
  heading: string | null;
  text: string;
  sha256: string;
  source: SourceNode;
}

const RegulationVersion = builder.objectRef<VersionNode>('RegulationVersion').implement({
  description: 'The text of a provision during a period of time.',
  fields: (t) => ({
    ...periodOf(t, 'this version', 'in force'),
    validFromBasis: t.expose('validFromBasis', { type: DateBasis, description: 'What `validFrom` rests on.' }),
    validToBasis: t.expose('validToBasis', {
      type: DateBasis,
      nullable: true,
      description: 'What `validTo` rests on, or null if `validTo` is null.',
    }),
    observedFrom: t.expose('observedFrom', OBSERVED.from),
    observedTo: t.expose('observedTo', OBSERVED.to),
    certainty: t.expose('certainty', {
      type: Certainty,
      description: 'How sure it is that this text was in force on the `validFrom` date.',
    }),
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
    cypher: texts,
    resolve: ({ id, rows, asOf }: TextsRow) => {
      const versions = versionsOf(id, rows);
      return asOf === null ? (versions.find(({ validTo }) => validTo === null)?.text ?? null) : textOn(asOf, versions);
    },
  }),
  versions: t.value({
    type: [RegulationVersion],
    description:
      'The versions of the text, including nested provisions, newest first. The list is empty if no official text is imported.',
    cypher: inTime,
    resolve: ({ sources, ...row }: DatedRow) => datedVersions(provisionInTime(row), sources),
  }),
  diff: t.value({
    type: [DiffChunk],
    description:
      'A word-by-word comparison of the text on two dates, including nested provisions. The EQUAL and DELETE chunks form the earlier text; the EQUAL and INSERT chunks form the later text.',
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'The earlier of the two dates.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The later of the two dates.' }),
    },
    cypher: texts,
    resolve: ({ id, rows }: TextsRow, { from, to }) => {
      if (from > to) throw badInput(`from: must not be later than \`to\`, but ${from} is later than ${to}`);
      const versions = versionsOf(id, rows);
      return diffWords(textOn(from, versions) ?? '', textOn(to, versions) ?? '');
    },
  }),
}));

/** Versions with the days on which each began and ended in the law, as far as amendments tell. */
function datedVersions(place: ProvisionVersions, sources: readonly SourceNode[]): VersionNode[] {
  return place.versions.map((version, i) => {
    const newer = place.versions[i - 1];
    const [validFrom, validFromBasis] = startOfVersion(place, version);
    const [validTo, validToBasis] = endOfVersion(place, version, newer);
    const [observedFrom = null, observedTo = null] = observedIn(place, version);
    return {
      ...version,
      ...{ validFrom, validFromBasis, validTo, validToBasis, observedFrom, observedTo },
      certainty: coverageOf(place, validFrom).certainty,
      source: sources.find((source) => source.id === version.sourceId) as SourceNode,
    };
  });
}
