/** Arguments that several fields share. */

/** The argument `asOf`. */
export const AS_OF = {
  type: 'Date',
  description:
    'Include only relations in force on this date. If neither this field nor a field above it sets a date, relations from all dates are included.',
} as const;

/** An argument that is a whole number from 1 to `most`, which `params` must check. */
export const upTo = (most: number, defaultValue: number, what: string) => ({
  required: true as const,
  defaultValue,
  description: `${what}, from 1 to ${most}.`,
});
