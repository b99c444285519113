import { type Division, isUnit, type Unit } from './part-text.ts';

/** A part in which each section, appendix, and division appears only once, and a list of the repetitions. */
export interface WithoutRepeats {
  division: Division;
  /**
   * One sentence for each repetition: "45 CFR 9.1 occurs 2 times in the file. The text in the last occurrence is
   * imported."
   */
  faults: string[];
}

/**
 * Merges divisions that appear in a part more than once. Keeps one text of each section and appendix: the last one that
 * is not empty. Some eCFR files contain a subpart twice, once with an earlier text.
 */
export function withoutRepeats(title: number, part: Division): WithoutRepeats {
  const faults: string[] = [];
  const joined = joinedDivisions(part, `${title} CFR Part ${part.number}`, faults);
  const texts = new Map<string, Unit[]>();
  for (const { key, unit } of unitsOf(joined)) texts.set(key, [...(texts.get(key) ?? []), unit]);
  const dropped = new Set<Unit>();
  for (const [key, units] of texts) {
    if (units.length === 1) continue;
    const kept = units.findLast(({ blocks }) => blocks.length > 0) ?? units.at(-1);
    for (const unit of units) if (unit !== kept) dropped.add(unit);
    const which = kept === units.at(-1) ? 'in the last occurrence' : 'in the last occurrence that is not empty';
    const name = units[0]?.level === 'SECTION' ? `${title} CFR ${units[0].number}` : `${title} CFR Part ${key}`;
    faults.push(`${name} occurs ${units.length} times in the file. The text ${which} is imported.`);
  }
  return { division: dropped.size === 0 ? joined : without(joined, dropped), faults };
}

function joinedDivisions(division: Division, name: string, faults: string[]): Division {
  const children: Division['children'] = [];
  const times = new Map<Division, number>();
  for (const child of division.children) {
    const same = isUnit(child) || child.number === '' ? -1 : children.findIndex((one) => isSame(one, child));
    const known = children[same] as Division | undefined;
    if (known === undefined || isUnit(child)) {
      children.push(child);
      continue;
    }
    const both = { ...known, ...child, notes: known.notes, children: [...known.children, ...child.children] };
    times.set(both, (times.get(known) ?? 1) + 1);
    children[same] = both;
  }
  return {
    ...division,
    children: children.map((child) => {
      if (isUnit(child)) return child;
      const own = `${name} ${WORD[child.level] ?? child.level} ${child.number}`;
      const count = times.get(child);
      if (count)
        faults.push(`${own} occurs ${count} times in the file. The sections from all occurrences are combined.`);
      return joinedDivisions(child, own, faults);
    }),
  };
}

const WORD: Partial<Record<Division['level'], string>> = { SUBPART: 'Subpart', SUBJECT_GROUP: 'Subject Group' };

const isSame = (a: Division | Unit, b: Division | Unit) => a.level === b.level && a.number === b.number;

/** The units of a part. A section is named by its number, an appendix by its number in its division. */
function unitsOf(division: Division, within = division.number): { key: string; unit: Unit }[] {
  return division.children.flatMap((child) => {
    if (!isUnit(child)) return unitsOf(child, `${within} ${WORD[child.level] ?? child.level} ${child.number}`);
    return [{ key: child.level === 'SECTION' ? child.number : `${within} ${child.number}`, unit: child }];
  });
}

function without(division: Division, dropped: ReadonlySet<Unit>): Division {
  return {
    ...division,
    children: division.children.flatMap((child): Division['children'] => {
      if (isUnit(child)) return dropped.has(child) ? [] : [child];
      return [without(child, dropped)];
    }),
  };
}
