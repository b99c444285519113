/**
 * Conditions on days that many fragments share. A `.cypher` file names them as if Cypher had them, `inForce(edge)`; they
 * are written out when it is read, with the parameter `$asOf`. Windows are `validFrom` (first day) and `validTo` (first day
 * after), and an absent end is open.
 */
const CONDITIONS: Readonly<Record<string, (one: string) => string>> = {
  /** What the text says on that day; without a day, what it says now. */
  inForce: (one) => `(CASE WHEN $asOf IS NULL THEN ${one}.validTo IS NULL ELSE ${holds(one)} END)`,
  /** What holds on that day; without a day, what ever held. */
  onDay: (one) => `($asOf IS NULL OR (${holds(one)}))`,
  /** A provision that stood there on that day, or of which nobody knows as its section was not seen until later. */
  stood: (one) =>
    `($asOf IS NULL OR coalesce(${one}.seenFrom > $asOf, true) OR coalesce(${one}.validFrom <= $asOf, false)
      OR any(at IN range(0, size(coalesce(${one}.formerFrom, [])) - 1)
        WHERE ${one}.formerFrom[at] <= $asOf AND ${one}.formerTo[at] > $asOf))`,
};

const holds = (one: string) => `coalesce(${one}.validFrom, '') <= $asOf AND coalesce(${one}.validTo, '9999') > $asOf`;

const NAMED = new RegExp(`\\b(${Object.keys(CONDITIONS).join('|')})\\(([a-z]\\w*)\\)`, 'g');

/** Cypher with its conditions on days written out. */
export function writeOutDays(cypher: string): string {
  return cypher.replace(NAMED, (named, condition: string, one: string) => CONDITIONS[condition]?.(one) ?? named);
}
