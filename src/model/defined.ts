type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Removes undefined values. In a record, an absent property is an absent value. */
export function defined<T extends object>(values: T): Defined<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) kept[key] = value;
  return kept as Defined<T>;
}
