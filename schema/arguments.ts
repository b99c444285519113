/** Arguments that several fields share. */

/** The argument `asOf`. */
export const AS_OF = {
  type: 'Date',
  description:
    'The date that the query asks about. If neither this field nor a field above it sets a date, the query uses the current date in UTC.',
} as const;

/** The argument `vocabularies`. */
export const VOCABULARIES = {
  type: ['String'],
  description: 'Include only terms of the vocabularies with these keys, such as glossograph and law.',
} as const satisfies { type: ['String']; description: string };

/** An argument that is a whole number from 1 to `most`, which `params` must check. */
export const upTo = (most: number, defaultValue: number, what: string) => ({
  required: true as const,
  defaultValue,
  description: `${what}, from 1 to ${most}.`,
});
