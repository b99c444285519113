const BY_NUMBER = new Intl.Collator('en', { numeric: true });

/** Sorts versions of a standard by their labels, newest first: v3.1 before v3, 10.0 before 9.0. */
export const newestFirst = <Version extends { version: string | null; key: string }>(
  versions: readonly Version[],
): Version[] =>
  [...versions].sort((a, b) => BY_NUMBER.compare(b.version ?? '', a.version ?? '') || BY_NUMBER.compare(b.key, a.key));
