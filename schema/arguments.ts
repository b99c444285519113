/** The argument `asOf`, shared by all fields that have it. */
export const AS_OF = {
  type: 'Date',
  description:
    'Include only relations in force on this date. If neither this field nor a field above it sets a date, relations from all dates are included.',
} as const;
