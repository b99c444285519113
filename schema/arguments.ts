/** The argument `asOf`, shared by all fields that have it. */
export const AS_OF = {
  type: 'Date',
  description:
    'Keep only what is in force on this day. Without it here or on a field above, relations of all days are included.',
} as const;
