/** Whether steps lead from one item to another, directly or through other items. A circle is followed only once. */
export function reaches(steps: ReadonlyMap<string, Iterable<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    for (const next of steps.get(at) ?? []) {
      if (next === to) return true;
      seen.add(next);
    }
  }
  return false;
}
