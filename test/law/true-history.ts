/** Made-up sections and their amendments, and histories of which the truth is known. */
import fc from 'fast-check';
import type { NotedAmendment } from '../../src/law/amendments.ts';
import type { ProvisionInTime } from '../../src/law/coverage.ts';

/** An amendment that every note cites, effective on a day, or on an unknown day. */
export const amendment = (
  citation: string,
  effectiveOn: string | null,
  more: Partial<NotedAmendment> = {},
): NotedAmendment => ({
  citation,
  publishedOn: effectiveOn,
  effectiveOn,
  basis: effectiveOn === null ? 'PUBLICATION' : 'EFFECTIVE_DATE',
  rule: { id: `Rule:${citation}`, name: `Rule ${citation}`, citation },
  adds: false,
  citedFrom: '9999-12-31',
  citedUntil: '9999-12-31',
  pending: false,
  ...more,
});
/** A section with a text for each edition's day. */
export const section = (
  texts: Record<string, string | null>,
  more: Partial<ProvisionInTime> = {},
): ProvisionInTime => ({
  observedOn: Object.keys(texts),
  shownOn: (edition) => texts[edition] ?? null,
  notes: [],
  rules: [],
  ...more,
});

const asDay = (n: number) => `2020-01-${String(n).padStart(2, '0')}`;
const days = (most: number) => fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: most });

/**
 * A true history: texts change on amendments alone, and the note of an edition names all amendments since the section was
 * last revised. Of some amendments only the publication is known, up to three days before they took effect.
 */
export const trueHistory = fc
  .record({
    changes: days(5),
    editions: days(4),
    revised: fc.boolean(),
    undated: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    ahead: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    day: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ changes, editions, revised, undated, ahead, day }) => {
    const sorted = [...changes].sort((a, b) => a - b);
    const textOn = (on: string) => `${sorted.filter((one) => asDay(one) <= on).length}`;
    const observedOn = [...editions].sort((a, b) => a - b).map(asDay);
    const last = asDay(sorted.at(-1) ?? 1);
    const notes = sorted.flatMap((one, i) => {
      const effectiveOn = asDay(one);
      // A revision in full is the last amendment; editions after it name no other.
      const naming = observedOn.filter((on) => on >= effectiveOn && !(revised && effectiveOn < last && on >= last));
      const [citedFrom] = naming;
      if (citedFrom === undefined) return [];
      const publishedOn = asDay(Math.max(1, one - (ahead[i] ?? 0)));
      const known = undated[i] ? null : effectiveOn;
      return [amendment(`${one} FR 1`, known, { publishedOn, citedFrom, citedUntil: naming.at(-1) ?? '' })];
    });
    const place = section(Object.fromEntries(observedOn.map((on) => [on, textOn(on)])), { notes });
    return { place, textOn, day: asDay(day) };
  });
