/** The argument `asOf`, the same wherever it stands. */
export const AS_OF = {
  type: 'Date',
  description: 'Only what is in force on that day; of all days when not said here or above.',
} as const;
