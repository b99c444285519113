/** How certain the answer for a day is, and what the answer is based on. */
import { coverage } from '../cypher/coverage/index.ts';
import type { KnownAmendment } from '../src/law/amendments.ts';
import type { DatedCoverage } from '../src/law/coverage.ts';
import { type Governs, governedBy } from '../src/law/governing-coverage.ts';
import { coverageOf, type InTimeRow, observedWith, provisionInTime } from '../src/law/in-time.ts';
import { coverageOfList, type ListedSections } from '../src/law/listed-coverage.ts';
import { CERTAINTIES, type Certainty as Sureness } from '../src/model/certainty.ts';
import { today } from '../src/model/day.ts';
import { Amendment, type AmendmentRow } from './amendment.ts';
import { builder } from './builder.ts';
import { described } from './enums.ts';
import { Source, type SourceNode } from './evidence.ts';
import { OBSERVED } from './period.ts';
import { Regulation } from './refs.ts';

export const Certainty = builder.enumType('Certainty', {
  description: 'The certainty of an answer for a given date.',
  values: described<Sureness>(CERTAINTIES, {
    OBSERVED:
      'An edition for the date has been imported, or the imported editions before and after the date have the same text and no amendment between these two editions is known.',
    DERIVED:
      'No edition for the date has been imported, but a complete list of amendments shows which text was in force.',
    PRESUMED: 'The date is later than the latest imported edition, and no later amendment is known.',
    UNCERTAIN:
      'The imported editions before and after the date have different texts, or an amendment whose text has not been imported might have changed the provision.',
    UNKNOWN:
      'No imported edition contains the provision, or the date is before the period that the imported editions cover.',
  }),
});

/** A value of the `inTime` field. */
export type DatedRow = InTimeRow & { sources: SourceNode[] };

/** The subject of a coverage: one provision, or the sections from which a list is compiled. */
interface CoverageRow {
  place: DatedRow | null;
  listed: ListedSections | null;
  /** Set only for a query for the governing definition: whether a definition governs, none does, or the answer is unknown. */
  governs?: Governs | null;
}

/** The facts derived from a row. They are computed once for all fields that the client selects. */
interface CoverageFacts extends Omit<DatedCoverage, 'edition'> {
  edition: SourceNode | null;
  observed: [string, string] | [null, null];
}

const COVERAGES = new WeakMap<object, CoverageFacts>();

function coverageFacts({ place, listed, governs }: CoverageRow): CoverageFacts {
  const key = place ?? listed ?? NOTHING;
  let facts = COVERAGES.get(key);
  if (facts === undefined) {
    facts = place ? factsOf(place) : { ...coverageOfList(listed ?? NOTHING), edition: null, observed: [null, null] };
    if (place && listed && listed.missing > 0) {
      const { certainty, reason } = coverageOfList(listed);
      facts = { ...facts, certainty, reason };
    }
    COVERAGES.set(key, facts);
  }
  return governs == null ? facts : { ...facts, ...governedBy(governs, facts) };
}

const NOTHING: ListedSections = { sections: 0, missing: 0, certainties: [] };

function factsOf({ sources, ...row }: DatedRow): CoverageFacts {
  const place = provisionInTime(row);
  const coverage = coverageOf(place, row.texts.asOf ?? today());
  const { edition } = coverage;
  return {
    ...coverage,
    edition: sources.find(({ id }) => edition !== null && id.endsWith(edition)) ?? null,
    observed: edition === null ? [null, null] : observedWith(place, edition),
  };
}

const FACTS = ['place', 'listed', 'governs'] as const;

export const Coverage = builder.objectRef<CoverageRow>('Coverage').implement({
  description: 'The certainty of an answer for a given date, and the imported edition that supplied the answer.',
  fields: (t) => ({
    certainty: t.derived({
      type: Certainty,
      description: 'How certain the answer is.',
      needs: FACTS,
      resolve: (row) => coverageFacts(row).certainty,
    }),
    inForce: t.derived({
      type: 'Boolean',
      nullable: true,
      description:
        'Whether the provision is in force on the requested date. This field is false if the requested date is before the provision takes effect or after the provision is removed. This field is null if the answer cannot be determined.',
      needs: FACTS,
      resolve: (row) => coverageFacts(row).inForce,
    }),
    edition: t.derived({
      type: Source,
      nullable: true,
      description: 'The imported edition that supplied the answer, or null if no imported edition supplied it.',
      needs: FACTS,
      resolve: (row) => coverageFacts(row).edition,
    }),
    observedFrom: t.derived({
      ...OBSERVED.from,
      needs: FACTS,
      resolve: (row) => coverageFacts(row).observed[0],
    }),
    observedTo: t.derived({
      ...OBSERVED.to,
      needs: FACTS,
      resolve: (row) => coverageFacts(row).observed[1],
    }),
    missing: t.derived({
      type: 'Int',
      description:
        'For a provision, the number of sections and appendices in the provision for which the certainty of the text on the requested date is UNKNOWN or UNCERTAIN. For a list, the number of such sections and appendices among those from which the list is compiled.',
      needs: ['listed'],
      resolve: ({ listed }) => listed?.missing ?? 0,
    }),
    outstanding: t.many(Amendment, coverage.amendments, {
      description:
        'The amendments that took effect on or before the requested date but are not yet reflected in the returned text.',
      chosen: {
        reads: ['ruleId', 'citation', 'effectiveOn'],
        holderReads: FACTS,
        choose: (amendments, holder) => {
          const { outstanding } = coverageFacts(holder);
          return amendments.filter((one) => outstanding.some((known) => isSameAmendment(known, one)));
        },
      },
    }),
    reason: t.derived({
      type: 'String',
      description: 'The reason for this level of certainty, in one or two sentences.',
      needs: FACTS,
      resolve: (row) => coverageFacts(row).reason,
    }),
  }),
});

const isSameAmendment = (known: KnownAmendment, { ruleId, citation, effectiveOn }: AmendmentRow): boolean =>
  known.effectiveOn === effectiveOn && (known.rule === null ? known.citation === citation : known.rule.id === ruleId);

builder.objectField(Regulation, 'coverage', (t) =>
  t.one(Coverage, coverage.ofRegulation, {
    weight: { work: 15 },
    nullable: false,
    description:
      'How certain it is that the text of this provision and all nested provisions is in force on the `asOf` date of the `regulation` query. The default date is the current date in UTC.',
  }),
);
