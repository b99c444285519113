import type { Types } from './builder.ts';

/** The period of a relation or a version. The end is exclusive, and null means that the period is open. */
export interface Period {
  validFrom: string | null;
  validTo: string | null;
}

/**
 * Creates the fields `validFrom` and `validTo`.
 *
 * @param what the item that has the period, such as "the adoption"
 * @param state the state of the item during the period, such as "in effect"
 */
export function periodOf<Parent extends Period>(
  of: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
  what: string,
  state: string,
) {
  const t = of as unknown as PothosSchemaTypes.ObjectFieldBuilder<Types, Period>;
  const date = { type: 'Date', nullable: true } as const;
  return {
    validFrom: t.expose('validFrom', {
      ...date,
      description: `The first date on which ${what} is known to be ${state}, or null if that date is unknown.`,
    }),
    validTo: t.expose('validTo', { ...date, description: `The first date on which ${what} is no longer ${state}.` }),
  };
}

/**
 * The options of the fields `observedFrom` and `observedTo`: the dates of the first and the last edition that contain
 * the text.
 */
export const OBSERVED = {
  from: {
    type: 'Date',
    nullable: true,
    description: 'The date of the first imported edition that contains this text.',
  },
  to: { type: 'Date', nullable: true, description: 'The date of the last imported edition that contains this text.' },
} as const;
