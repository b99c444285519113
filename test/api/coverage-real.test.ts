/** How sure the text of real sections is on single days, with two editions and with four. */
import { afterAll, describe, expect, test } from 'vitest';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { writeImport } from '../../src/store/write.ts';
import { ask, refusalOf } from '../setup/ask.ts';
import { changesOf, sectionsOf } from '../setup/changes.ts';
import { testAddress } from '../setup/graph.ts';
import { differing, noted } from '../setup/printed-sections.ts';
import { hasRealData, REAL, realFile } from '../setup/real-data.ts';
import { seedRecords } from '../setup/seed.ts';
import { testGraph } from '../setup/test-graph.ts';

const { driver, graph, empty } = testGraph();
const { database } = testAddress();
afterAll(() => empty());

const take = (file: string, asOf: string) =>
  importEcfr(driver(), database, { files: [realFile(file)], asOf, today: '2026-11-28' });
const exceptions = async (asOf: string | null) => {
  const asked =
    'query ($asOf: Date) { regulation(citation: "45 CFR 171.103", asOf: $asOf) { exceptions { citation } } }';
  const { regulation } = await ask(graph(), asked, { asOf });
  return regulation.exceptions.map(({ citation }: { citation: string }) => citation.slice('45 CFR '.length));
};
const EIGHT = ['171.201', '171.202', '171.203', '171.204', '171.205', '171.301', '171.302', '171.303'];
const on = async (citation: string, asOf: string) => {
  const asked = `query ($citation: String!, $asOf: Date) { regulation(citation: $citation, asOf: $asOf) {
    heading fullText coverage { certainty inForce reason edition { id } observedFrom observedTo } } }`;
  const { heading, fullText, coverage } = (await ask(graph(), asked, { citation, asOf })).regulation;
  return { heading, fullText, ...coverage, edition: coverage.edition?.id.slice(-10) ?? null };
};

describe.skipIf(!hasRealData)('45 CFR Part 171', { timeout: 120_000 }, () => {
  test('with the editions of 2020 and 2026, an answer between them is no surer than the notes and rules allow', async () => {
    await empty();
    await writeImport(driver(), database, { origin: 'seed', records: await seedRecords() });
    expect(await exceptions('2021-06-01')).toEqual(EIGHT);
    await take(REAL.early.file, REAL.early.asOf);
    await take(REAL.bulk.file, REAL.bulk.asOf);
    const at = (day: string) => on('45 CFR 171.103', day);

    // The rule that added Part 171 took effect on 2020-06-30, two months after its publication.
    expect(await at('2019-06-01')).toMatchObject({ certainty: 'DERIVED', inForce: false, fullText: null });
    expect(await at('2020-05-02')).toMatchObject({ certainty: 'DERIVED', inForce: false, edition: '2020-05-01' });
    // Revised in full in 2024, so the note of 2026 is silent about the years before; 85 FR 70064 amended the part in 2020.
    for (const day of ['2021-01-01', '2023-12-31']) {
      expect(await at(day)).toMatchObject({ certainty: 'UNCERTAIN', reason: expect.stringContaining('85 FR 70064') });
    }
    // The text of 2026 was in force before its edition: the last amendment that its note names tells since when.
    expect(await at('2024-06-01')).toMatchObject({
      ...{ certainty: 'DERIVED', inForce: true, edition: '2026-09-17' },
      reason: expect.stringMatching(/89 FR 1192, 1436 \(HTI-1.*effective 2024-03-11/),
    });
    expect((await at('2024-06-01')).fullText).toContain('subparts B, C, or D');
    expect((await at('2024-03-10')).fullText).not.toContain('subparts B, C, or D');
    expect((await on('45 CFR 171.301', '2024-03-10')).heading).toContain('Content and manner');
    expect((await on('45 CFR 171.301', '2024-03-11')).heading).toMatch(/^Manner/);
    expect(await on('45 CFR 171.206', '2024-12-01')).toMatchObject({ inForce: false, fullText: null });
    expect(await on('45 CFR 171.206', '2024-12-31')).toMatchObject({
      ...{ certainty: 'DERIVED', inForce: true },
      reason: expect.stringContaining('89 FR 102512'),
    });
    expect(await at('2026-09-17')).toMatchObject({ certainty: 'OBSERVED', inForce: true, edition: '2026-09-17' });
    expect(await at('2026-11-28')).toMatchObject({ certainty: 'PRESUMED', inForce: true, edition: '2026-09-17' });
  });

  test('what a file leaves out keeps what the seed states: there were eight exceptions in 2021', async () => {
    expect(await exceptions('2021-06-01')).toEqual(EIGHT);
    expect(await exceptions('2024-06-01')).toEqual([...EIGHT, '171.403']);
    expect(await exceptions(null)).toEqual([...EIGHT, '171.206', '171.403'].sort());
    expect(await exceptions('2019-06-01')).toEqual([]);
  });

  test('the notes tell which rules amended a section, in words that stand there', async () => {
    const { regulation } = await ask(
      graph(),
      `{ regulation(citation: "45 CFR 171.101") { relations(types: [AMENDS]) {
        edges { label validFrom node { label } evidence { quote verified } } } } }`,
    );
    const amends = (label: string, validFrom: string, quote: string) => ({
      ...{ label: 'amended by', validFrom, node: { label } },
      evidence: [{ quote, verified: true }],
    });
    const byName = (edges: { node: { label: string } }[]) =>
      [...edges].sort((a, b) => (a.node.label < b.node.label ? -1 : 1));
    expect(byName(regulation.relations.edges)).toEqual([
      amends('HTI-2 Final Rule', '2025-01-15', '89 FR 101810, Dec. 16, 2024'),
      amends('ONC Cures Act Final Rule', '2020-06-30', '85 FR 25955, May 1, 2020'),
      amends('ONC Cures Act Interim Final Rule', '2020-11-04', '85 FR 70085, Nov. 4, 2020'),
    ]);
  });

  test('the amendments of a section: those of its notes, and before these, of rules that amend its part', async () => {
    const amendedBy = async (citation: string, asOf: string | null) => {
      const asked = `query ($citation: String!, $asOf: Date) { regulation(citation: $citation, asOf: $asOf) {
        amendedBy { edges { node { citation effectiveOn basis regulation { citation } rule { citation } } } } } }`;
      const { regulation } = await ask(graph(), asked, { citation, asOf });
      return regulation.amendedBy.edges.map(({ node }: { node: Record<string, unknown> }) => node);
    };
    const of = (citation: string, effectiveOn: string, place: string, rule: string) => ({
      ...{ citation, effectiveOn, basis: 'EFFECTIVE_DATE' },
      ...{ regulation: { citation: place }, rule: { citation: rule } },
    });
    const before = [
      of('85 FR 25955', '2020-06-30', '45 CFR Part 171', '85 FR 25642'), // as the note of the part says
      { ...of('85 FR 70064', '2020-11-04', '45 CFR Part 171', '85 FR 70064'), basis: 'STATED' },
    ];
    // Of July 2024, the rule on disincentives amended the part, and the notes of 2026 show that it left this section alone.
    expect(await amendedBy('45 CFR 171.103', null)).toEqual([
      ...before,
      of('89 FR 1436', '2024-03-11', '45 CFR 171.103', '89 FR 1192'),
    ]);
    expect(await amendedBy('45 CFR 171.103', '2024-03-10')).toEqual(before);
    const { rule } = await ask(
      graph(),
      '{ rule(citation: "89 FR 102512") { amendments { edges { node { citation regulation { citation } } } } } }',
    );
    expect(rule.amendments.edges.map(({ node }: { node: object }) => node)).toContainEqual({
      ...{ citation: '89 FR 102564', regulation: { citation: '45 CFR 171.206' } },
    });
  });

  test('what a text does not show yet is outstanding, and a part tells how many of its sections are unsure', async () => {
    const asked = `query ($citation: String!, $asOf: Date) { regulation(citation: $citation, asOf: $asOf) {
      coverage { certainty missing outstanding { citation effectiveOn rule { name } regulation { citation } } } } }`;
    const at = async (citation: string, asOf: string) =>
      (await ask(graph(), asked, { citation, asOf })).regulation.coverage;
    expect(await at('45 CFR 171.103', '2021-01-01')).toEqual({
      ...{ certainty: 'UNCERTAIN', missing: 0 },
      outstanding: [
        {
          ...{ citation: '85 FR 70064', effectiveOn: '2020-11-04', regulation: { citation: '45 CFR Part 171' } },
          rule: { name: 'ONC Cures Act Interim Final Rule' },
        },
      ],
    });
    expect(await at('45 CFR 171.103', '2026-09-17')).toMatchObject({ missing: 0, outstanding: [] });
    expect(await at('45 CFR Part 171', '2026-09-17')).toMatchObject({ missing: 0 });
    // §§ 171.101 and 171.103, and those that HTI-1 and later rules changed: no edition shows their text of that day.
    expect((await at('45 CFR Part 171', '2021-01-01')).missing).toBeGreaterThan(3);
    expect((await at('45 CFR Part 171', '2021-01-01')).missing).toBeLessThan(15);
  });

  test('a version begins with the amendment and not with the day on which an edition was read', async () => {
    const { regulation } = await ask(
      graph(),
      '{ regulation(citation: "45 CFR 171.103") { versions { validFrom validFromBasis observedFrom observedTo certainty } } }',
    );
    expect(regulation.versions[0]).toEqual({
      ...{ validFrom: '2024-03-11', validFromBasis: 'EFFECTIVE_DATE', certainty: 'DERIVED' },
      ...{ observedFrom: '2026-09-17', observedTo: '2026-09-17' },
    });
  });

  describe('the changes since the day after the part took effect', () => {
    const period = { within: '45 CFR Part 171', from: '2020-07-01', to: '2026-10-01' };

    test('are those of sections that differ in both files, and those that a note or a rule tells', async () => {
      const changes = await changesOf(graph(), period);
      const a = differing(REAL.early.file, REAL.bulk.file);
      const b = noted(REAL.bulk.file, period.from, period.to);
      expect([a, b.length]).toEqual([['171.103', '171.204', '171.301'], 18]);
      expect(sectionsOf(changes)).toEqual([...new Set([...a, ...b])].map((number) => `45 CFR ${number}`).sort());
      // Nothing is invented: no edition shows the words just before an amendment, as others may lie between.
      expect(changes.filter(({ before }) => before !== null)).toEqual([]);
      const added = changes.filter(({ kind }) => kind === 'ADDED').map(({ subject }) => subject.label);
      for (const label of ['45 CFR 171.206', '45 CFR 171.403', '45 CFR Part 171 Subpart D'])
        expect(added).toContain(label);
    });

    test('name the rule, and what they affect', async () => {
      const { changes } = await ask(
        graph(),
        `{ changes(from: "2024-12-17", to: "2024-12-17", within: "45 CFR 171.206", kinds: [ADDED, EXCEPTION]) {
          totalCount
          edges { node { kind on basis regulation { citation } subject { label } after
            amendments { citation rule { name } } affects(first: 100) { edges { node { label } } } } } } }`,
      );
      const [added] = changes.edges.map(({ node }: { node: object }) => node);
      expect(added).toMatchObject({
        ...{ kind: 'ADDED', on: '2024-12-17', basis: 'EFFECTIVE_DATE', regulation: { citation: '45 CFR 171.206' } },
        amendments: [{ citation: '89 FR 102564', rule: { name: 'HTI-3 Final Rule' } }],
        after: expect.stringContaining('Threshold condition'),
      });
      const labels = added.affects.edges.map(({ node }: { node: { label: string } }) => node.label);
      expect(labels).toContain('45 CFR 171.204(a)(2)(ii)'); // cites it
    });

    test('tell exceptions and definitions, and nothing as new that was only seen for the first time', async () => {
      const asked = `query ($kinds: [ChangeKind!]) { changes(from: "2020-07-01", to: "2026-10-01", within: "45 CFR Part 171", kinds: $kinds, first: 100) {
        edges { node { kind on basis subject { label } regulation { citation } before after } } } }`;
      const of = async (kind: string) =>
        (await ask(graph(), asked, { kinds: [kind] })).changes.edges.map(({ node }: { node: object }) => node);
      expect(await of('EXCEPTION')).toMatchObject([
        { on: '2024-03-11', subject: { label: '45 CFR 171.403' }, regulation: { citation: '45 CFR 171.103' } },
        { on: '2024-12-17', subject: { label: '45 CFR 171.206' }, regulation: { citation: '45 CFR 171.103' } },
      ]);
      // § 171.102 is only in the edition of 2026: which of its definitions are new is not known, unless the law or an author says it.
      for (const { regulation, basis } of await of('DEFINITION'))
        if (regulation.citation === '45 CFR 171.102') expect(basis).not.toBe('FIRST_SEEN');
    });

    test('say how complete they are', async () => {
      const { changes } = await ask(
        graph(),
        '{ changes(from: "2020-07-01", to: "2026-09-17", within: "45 CFR Part 171") { coverage { certainty missing inForce outstanding { citation } reason } } }',
      );
      expect(changes.coverage).toMatchObject({ certainty: 'UNCERTAIN', inForce: null, outstanding: [] });
      expect(changes.coverage.missing).toBeGreaterThan(0);
      expect(changes.coverage.reason).toMatch(/^The texts of \d+ of \d+ sections cannot be determined/);
    });
  });

  describe('a part', () => {
    test('has the texts of its sections, versions of them, and differences', async () => {
      const { part, section, subpart } = await ask(
        graph(),
        `{ part: regulation(citation: "45 CFR Part 171", asOf: "2026-09-17") { fullText
            versions { validFrom validFromBasis certainty observedFrom source { id } }
            diff(from: "2024-03-10", to: "2024-03-11") { op text }
            coverage { certainty missing } }
          section: regulation(citation: "45 CFR 171.103", asOf: "2026-09-17") { fullText }
          subpart: regulation(citation: "45 CFR Part 171 Subpart C", asOf: "2026-09-17") { fullText } }`,
      );
      expect(part.fullText).toContain(section.fullText);
      expect(part.fullText).toContain(subpart.fullText);
      expect(subpart.fullText).not.toContain(section.fullText);
      expect(part.fullText.length).toBeGreaterThan(50_000);
      const inserted = part.diff.filter(({ op }: { op: string }) => op === 'INSERT');
      expect(inserted.map(({ text }: { text: string }) => text).join(' ')).toContain('in this subpart D');
      const of2024 = part.versions.find(({ validFrom }: { validFrom: string }) => validFrom === '2024-03-11');
      expect(of2024).toMatchObject({ validFromBasis: 'EFFECTIVE_DATE', certainty: 'UNCERTAIN', observedFrom: null });
      expect(part.versions.at(0)).toMatchObject({ observedFrom: '2026-09-17' });
      expect(part.coverage).toEqual({ certainty: 'OBSERVED', missing: 0 });
    });

    test('with unknown sections is not observed, though an edition of that day has some of them', async () => {
      const { regulation } = await ask(
        graph(),
        '{ regulation(citation: "45 CFR Part 171", asOf: "2020-07-01") { coverage { certainty missing reason } } }',
      );
      expect(regulation.coverage).toMatchObject({
        certainty: 'UNCERTAIN',
        reason: expect.stringMatching(/^The texts of \d+ of \d+ sections cannot/),
      });
    });

    test('and what is larger has changes instead of a text', async () => {
      const asked = '{ regulation(citation: "45 CFR") { fullText } }';
      expect(await refusalOf(graph(), asked)).toEqual({
        code: 'LIMIT_EXCEEDED',
        message: expect.stringContaining('`changes`'),
      });
    });
  });

  test('tells which definition governs, that none does, or that it is not known', async () => {
    const governing = async (term: string, citation: string, asOf: string) => {
      const asked = `query ($term: String!, $citation: String!, $asOf: Date) { term(slug: $term) {
        governing(citation: $citation, asOf: $asOf) { definition { regulation { citation } } coverage { certainty inForce reason } } } }`;
      return (await ask(graph(), asked, { term, citation, asOf })).term.governing;
    };
    expect(await governing('ehi', '45 CFR 171.301(a)', '2026-09-17')).toMatchObject({
      definition: { regulation: { citation: expect.stringContaining('45 CFR 171.102') } },
      coverage: { certainty: 'OBSERVED', inForce: true },
    });
    // Part 171 was added on 2020-06-30.
    expect(await governing('ehi', '45 CFR 171.301(a)', '2020-06-29')).toMatchObject({
      definition: null,
      coverage: { certainty: 'DERIVED', inForce: false, reason: expect.stringMatching(/^No definition of the term/) },
    });
    // A file of one part does not say whether it has all of it, so it cannot be known what the part does not define.
    expect(await governing('uscdi', '45 CFR 171.301(a)', '2026-09-17')).toMatchObject({
      definition: null,
      coverage: { certainty: 'UNKNOWN', inForce: null },
    });
  });

  test('with the editions of 2024 beside them, the days between are decided', async () => {
    await take('45-171.2024-01-09.derived.xml', '2024-01-09');
    await take('45-171.2024-07-31.derived.xml', '2024-07-31');
    // The note of January 2024 lists all amendments since 2020, and the last one took effect on 2020-11-04.
    const { versions } = (
      await ask(graph(), '{ regulation(citation: "45 CFR 171.103") { versions { validFrom validTo } } }')
    ).regulation;
    expect(versions).toEqual([
      { validFrom: '2024-03-11', validTo: null },
      { validFrom: '2020-11-04', validTo: '2024-03-11' },
      { validFrom: '2020-05-01', validTo: '2020-11-04' },
    ]);
    for (const day of ['2021-01-01', '2023-12-31']) {
      expect(await on('45 CFR 171.103', day)).toMatchObject({ certainty: 'DERIVED', edition: '2024-01-09' });
    }
    // The section was revised in full in March 2024, so the note of July is silent about February.
    expect(await on('45 CFR 171.103', '2024-02-01')).toMatchObject({ certainty: 'UNCERTAIN', edition: '2024-01-09' });
    expect(await on('45 CFR 171.103', '2025-01-01')).toMatchObject({ certainty: 'OBSERVED', edition: '2024-07-31' });
  });
});
