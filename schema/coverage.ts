/** How sure an answer for a day is, and on what it rests. */
import { coverage, parts } from '../cypher/coverage/index.ts';
import { limitExceeded } from '../src/graph/errors.ts';
import type { KnownAmendment } from '../src/law/amendments.ts';
import { CERTAINTIES, type DatedCoverage, type Certainty as Sureness } from '../src/law/coverage.ts';
import { coverageOf, type InTimeRow, observedWith, provisionInTime } from '../src/law/in-time.ts';
import { today } from '../src/model/day.ts';
import { Amendment, type AmendmentRow } from './amendment.ts';
import { builder } from './builder.ts';
import { described } from './enums.ts';
import { Source, type SourceNode } from './evidence.ts';
import { OBSERVED } from './period.ts';
import { Regulation } from './refs.ts';

export const Certainty = builder.enumType('Certainty', {
  description: 'How sure an answer for a date is.',
  values: described<Sureness>(CERTAINTIES, {
    OBSERVED:
      'An imported edition has this date, or editions before and after it have the same text and no amendment between them is known.',
    DERIVED: 'No imported edition has this date, but a complete list of amendments determines which text was in force.',
    PRESUMED: 'The date is later than the latest imported edition, and no later amendment is known.',
    UNCERTAIN:
      'The editions before and after the date differ, or an amendment whose text is not imported might have changed the text.',
    UNKNOWN: 'No imported edition covers this date or this provision.',
  }),
});

/** A value of `inTime`. */
export type DatedRow = InTimeRow & { sources: SourceNode[] };

/** A row of `cypher/coverage/of-regulation.cypher`. */
interface CoverageRow {
  place: DatedRow;
}

/** What follows from a row: the same for all fields that the client selects. */
interface CoverageFacts extends Omit<DatedCoverage, 'edition'> {
  edition: SourceNode | null;
  observed: [string, string] | [null, null];
}

const COVERAGES = new WeakMap<DatedRow, CoverageFacts>();

function coverageFacts(place: DatedRow): CoverageFacts {
  let facts = COVERAGES.get(place);
  if (facts === undefined) {
    facts = factsOf(place);
    COVERAGES.set(place, facts);
  }
  return facts;
}

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

const isUnsure = (place: DatedRow): boolean => {
  const { certainty } = coverageFacts(place);
  return certainty === 'UNKNOWN' || certainty === 'UNCERTAIN';
};

export const Coverage = builder.objectRef<CoverageRow>('Coverage').implement({
  description: 'How sure an answer for a date is, with the imported edition from which the answer was read.',
  fields: (t) => ({
    certainty: t.derived({
      type: Certainty,
      description: 'How sure the answer is.',
      needs: ['place'],
      resolve: ({ place }) => coverageFacts(place).certainty,
    }),
    inForce: t.derived({
      type: 'Boolean',
      nullable: true,
      description:
        'Whether the provision was in force on the date: false before it took effect and after it was removed, or null if this cannot be known.',
      needs: ['place'],
      resolve: ({ place }) => coverageFacts(place).inForce,
    }),
    edition: t.derived({
      type: Source,
      nullable: true,
      description: 'The imported edition from which the answer was read, or null if no edition determines the text.',
      needs: ['place'],
      resolve: ({ place }) => coverageFacts(place).edition,
    }),
    observedFrom: t.derived({
      ...OBSERVED.from,
      needs: ['place'],
      resolve: ({ place }) => coverageFacts(place).observed[0],
    }),
    observedTo: t.derived({
      ...OBSERVED.to,
      needs: ['place'],
      resolve: ({ place }) => coverageFacts(place).observed[1],
    }),
    missing: t.value({
      type: 'Int',
      description:
        'The number of sections and appendices inside this provision whose text on the date is UNKNOWN or UNCERTAIN. Above a part, this field returns the error LIMIT_EXCEEDED.',
      cypher: parts,
      resolve: (rows: DatedRow[] | null) => {
        if (rows === null)
          throw limitExceeded('missing: ask for a part or for what lies inside a part, not for a title');
        return rows.filter(isUnsure).length;
      },
    }),
    outstanding: t.many(Amendment, coverage.amendments, {
      description: 'The amendments that were in force on the date although the returned text does not show them yet.',
      chosen: {
        reads: ['ruleId', 'citation', 'effectiveOn'],
        holderReads: ['place'],
        choose: (amendments, { place }) => {
          const { outstanding } = coverageFacts(place);
          return amendments.filter((one) => outstanding.some((known) => isSameAmendment(known, one)));
        },
      },
    }),
    reason: t.derived({
      type: 'String',
      description: 'The reason for the certainty, in one sentence or two.',
      needs: ['place'],
      resolve: ({ place }) => coverageFacts(place).reason,
    }),
  }),
});

const isSameAmendment = (known: KnownAmendment, { ruleId, citation, effectiveOn }: AmendmentRow): boolean =>
  known.effectiveOn === effectiveOn && (known.rule === null ? known.citation === citation : known.rule.id === ruleId);

builder.objectField(Regulation, 'coverage', (t) =>
  t.one(Coverage, coverage.ofRegulation, {
    nullable: false,
    description:
      'How sure the text of this provision is, including nested provisions, on the `asOf` date of the `regulation` query or on the current date in UTC.',
  }),
);
