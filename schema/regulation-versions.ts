/** The versions of a provision's text, and what their dates are based on. */
import { versions } from '../cypher/regulation/index.ts';
import { basisOfDay, certaintyOfDay, observedInFull } from '../src/law/division-versions.ts';
import {
  coverageOf,
  endOfVersion,
  observedIn,
  type ProvisionVersions,
  provisionInTime,
  startOfVersion,
} from '../src/law/in-time.ts';
import type { Certainty as Sureness } from '../src/model/certainty.ts';
import type { DateBasis as Basis } from '../src/model/date-basis.ts';
import { type AllTexts, isAboveParts, versionsIn } from './all-texts.ts';
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
    validFromBasis: t.expose('validFromBasis', {
      type: DateBasis,
      description: 'What the date in `validFrom` is based on.',
    }),
    validToBasis: t.expose('validToBasis', {
      type: DateBasis,
      nullable: true,
      description: 'What the date in `validTo` is based on, or null if `validTo` is null.',
    }),
    observedFrom: t.expose('observedFrom', OBSERVED.from),
    observedTo: t.expose('observedTo', OBSERVED.to),
    certainty: t.expose('certainty', {
      type: Certainty,
      description: 'How certain it is that this text was in force on the `validFrom` date.',
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

/** A value of `cypher/regulation/versions.cypher`. */
interface VersionsRow extends Pick<AllTexts, 'level' | 'units'> {
  place: DatedRow;
}

builder.objectFields(Regulation, (t) => ({
  versions: t.value({
    type: [RegulationVersion],
    description:
      'The versions of the text, including the text of nested provisions, newest first. The list is empty if no official text has been imported. The list is also empty for a division that is larger than a part, such as a chapter. For such a division, use the `changes` query.',
    weight: { work: 300 },
    cypher: versions,
    resolve: ({ level, place: { sources, ...row }, units }: VersionsRow) => {
      if (isAboveParts(level)) return [];
      if (units === null) return datedVersions(provisionInTime(row), sources);
      return divisionNodes({ level, own: row.texts, units }, row.observedOn, sources);
    },
  }),
}));

/** The versions of a part or of a division of a part, dated by what is known about its sections. */
function divisionNodes(row: AllTexts, editions: readonly string[], sources: readonly SourceNode[]): VersionNode[] {
  const units = row.units ?? [];
  const found = versionsIn(row, 'versions');
  return found.map((version): VersionNode => {
    const [observedFrom = null, observedTo = null] = observedInFull(version, editions, units);
    const { validFrom, validTo } = version;
    return {
      ...version,
      validFromBasis: basisOfDay(validFrom, units),
      validToBasis: validTo === null ? null : basisOfDay(validTo, units),
      certainty: certaintyOfDay(validFrom, units),
      ...{ observedFrom, observedTo },
      source: sources.find(({ id }) => id === version.sourceId) as SourceNode,
    };
  });
}

/** Versions with the dates on which each one took effect and ended, as far as amendments show these dates. */
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
