type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** Leaves out undefined values: in a record, an absent property is an absent value. */
export function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
