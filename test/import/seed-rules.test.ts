/** The Federal Register documents of the seed: their days, pages and relations must fit together. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkSeed } from '../../src/import/seed/index.ts';
import { pageIn } from '../../src/model/citations/register.ts';

describe('the rules of the seed', async () => {
  const { records } = await checkSeed(fileURLToPath(new URL('../../seed', import.meta.url)));
  const rules = records.entities.filter((entity) => entity.kind === 'RULE');
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const ofType = (type: string) => records.relations.filter((relation) => relation.type === type);
  /** The two documents of each relation of a type. */
  const pairs = (type: string) =>
    ofType(type).map(({ id, from, to }) => ({ id, later: byId.get(from), earlier: byId.get(to) }));

  test('cover many years, and say when they were published', () => {
    expect(rules.length).toBeGreaterThan(35);
    expect(rules.filter(({ publishedOn }) => publishedOn === undefined).map(({ id }) => id)).toEqual([]);
  });

  test('make only earlier proposals and interim final rules final', () => {
    const wrong = pairs('FINALIZES').filter(
      ({ later, earlier }) =>
        !['FINAL', 'INTERIM_FINAL'].includes(later?.stage ?? '') ||
        !['PROPOSED', 'INTERIM_FINAL'].includes(earlier?.stage ?? '') ||
        (earlier?.publishedOn ?? '') >= (later?.publishedOn ?? ''),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(pairs('FINALIZES').length).toBeGreaterThan(10);
  });

  test('correct only earlier documents', () => {
    const wrong = pairs('CORRECTS').filter(
      ({ later, earlier }) => (earlier?.publishedOn ?? '') >= (later?.publishedOn ?? ''),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
    expect(pairs('CORRECTS').length).toBeGreaterThan(4);
  });

  test('share at most a page: the one on which a document ends and the next begins', () => {
    const spans = rules
      .flatMap(({ id, citation, lastPage }) => {
        const [volume, first] = (citation === undefined ? '' : (pageIn(citation) ?? '')).split(' FR ').map(Number);
        return volume === undefined || first === undefined ? [] : [{ id, volume, first, last: lastPage ?? first }];
      })
      .sort((a, b) => a.volume - b.volume || a.first - b.first);
    const overlaps = spans.filter(({ volume, first }, i) => {
      const before = spans[i - 1];
      return before !== undefined && before.volume === volume && before.last > first;
    });
    expect(spans.length).toBeGreaterThan(35);
    expect(spans.filter(({ first, last }) => last < first)).toEqual([]);
    expect(overlaps).toEqual([]);
  });

  test('take effect on or after the day of publication', () => {
    const days = [
      ...rules.map(({ id, publishedOn, effectiveOn }) => ({ id, published: publishedOn, effective: effectiveOn })),
      ...ofType('AMENDS').map(({ id, from, validFrom }) => ({
        id,
        published: byId.get(from)?.publishedOn,
        effective: validFrom,
      })),
    ];
    const early = days.filter(({ published, effective }) => effective !== undefined && effective < (published ?? ''));
    expect(early).toEqual([]);
  });

  test('85 FR 70064 changed Part 171 a month before it changed Part 170', () => {
    const changes = ofType('AMENDS').filter(({ from }) => from === 'Rule:85-FR-70064');
    const dayOf = (to: string) => changes.find((change) => change.to === `Regulation:45-CFR-${to}`)?.validFrom;
    expect([dayOf('171'), dayOf('170.401'), dayOf('170.402(a)(1)'), dayOf('170')]).toEqual([
      '2020-11-04',
      '2020-11-04',
      '2020-11-04',
      '2020-12-04',
    ]);
  });
});
