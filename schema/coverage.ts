/** How sure an answer for a day is, and on what it rests. */
import { inTime } from '../cypher/regulation/index.ts';
import { CERTAINTIES, type Certainty as Sureness } from '../src/law/coverage.ts';
import { coverageOf, type InTimeRow, observedWith, provisionInTime } from '../src/law/in-time.ts';
import { today } from '../src/model/day.ts';
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

/** A coverage as its fields read it. */
interface CoverageNode {
  certainty: Sureness;
  inForce: boolean | null;
  edition: SourceNode | null;
  observedFrom: string | null;
  observedTo: string | null;
  reason: string;
}

const Coverage = builder.objectRef<CoverageNode>('Coverage').implement({
  description: 'How sure an answer for a date is, with the imported edition from which the answer was read.',
  fields: (t) => ({
    certainty: t.expose('certainty', { type: Certainty, description: 'How sure the answer is.' }),
    inForce: t.exposeBoolean('inForce', {
      nullable: true,
      description:
        'Whether the provision was in force on the date: false before it took effect and after it was removed, or null if this cannot be known.',
    }),
    edition: t.field({
      type: Source,
      nullable: true,
      description: 'The imported edition from which the answer was read, or null if no edition determines the text.',
      resolve: ({ edition }) => edition,
    }),
    observedFrom: t.expose('observedFrom', OBSERVED.from),
    observedTo: t.expose('observedTo', OBSERVED.to),
    reason: t.exposeString('reason', { description: 'The reason for the certainty, in one sentence or two.' }),
  }),
});

/** A value of `inTime`. */
export type DatedRow = InTimeRow & { sources: SourceNode[] };

builder.objectField(Regulation, 'coverage', (t) =>
  t.value({
    type: Coverage,
    description:
      'How sure the text of this provision is, including nested provisions, on the `asOf` date of the `regulation` query or on the current date in UTC.',
    cypher: inTime,
    resolve: coverageNode,
  }),
);

const NOTHING_KNOWN: CoverageNode = {
  certainty: 'UNKNOWN',
  inForce: null,
  edition: null,
  observedFrom: null,
  observedTo: null,
  reason: 'No imported edition contains this provision.',
};

function coverageNode({ sources, ...row }: DatedRow): CoverageNode {
  const place = provisionInTime(row);
  const coverage = coverageOf(place, row.texts.asOf ?? today());
  if (coverage === null) return NOTHING_KNOWN;
  const { certainty, inForce, edition, reason } = coverage;
  const [observedFrom, observedTo] = edition === null ? [null, null] : observedWith(place, edition);
  const source = sources.find(({ id }) => edition !== null && id.endsWith(edition)) ?? null;
  return { certainty, inForce, edition: source, observedFrom, observedTo, reason };
}
