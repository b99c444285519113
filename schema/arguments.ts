/** Arguments that several fields share. */

/** The argument `asOf`. */
export const AS_OF = {
  type: 'Date',
  description:
    'The date to which the answer applies. If neither this argument nor an enclosing field specifies a date, the current date in UTC is used.',
} as const;

/** The argument `vocabularies`. */
export const VOCABULARIES = {
  type: ['String'],
  description:
    'Limit terms and aliases to those from the vocabularies with these keys, for example, glossograph or law. This filter does not affect other kinds of entities.',
} as const satisfies { type: ['String']; description: string };

/** An argument that is a whole number from 1 to `most`. The `params` function must check it. */
export const upTo = (most: number, defaultValue: number, what: string) => ({
  required: true as const,
  defaultValue,
  description: `${what}. The value must be between 1 and ${most}.`,
});
