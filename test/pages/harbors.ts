/** Two editions of two made-up parts, and the rule that changed one of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { importRules } from '../../src/import/rules/import.ts';
import { importVersions } from '../../src/import/versions/import.ts';
import { testAddress } from '../setup/graph.ts';

/** Days of the editions, and the effective day of the rule between them. */
export const EDITIONS = ['2024-01-05', '2026-01-05'] as const;
export const EFFECTIVE = '2025-03-01';

/** Words that no edition changes. */
const LONG = `(a) ${Array.from({ length: 120 }, (_, i) => `rope ${i}`).join(' ')}.`;

const section = (number: string, head: string, paragraphs: readonly string[], note: string | null = null) =>
  `<DIV8 N="${number}" TYPE="SECTION"><HEAD>§ ${number} ${head}</HEAD>${paragraphs
    .map((text) => `<P>${text}</P>`)
    .join('\n')}${note === null ? '' : `<CITA TYPE="N">[${note}]</CITA>`}</DIV8>`;

const part = (number: string, head: string, ...sections: readonly string[]) =>
  `<DIV5 N="${number}" TYPE="PART"><HEAD>PART ${number}—${head}</HEAD>${sections.join('')}</DIV5>`;

/** A part with more changes than a page of changes shows. */
export const SECTIONS_OF_BUOYS = 23;
const buoys = (color: string) =>
  part(
    '909',
    'BUOYS',
    ...Array.from({ length: SECTIONS_OF_BUOYS }, (_, i) =>
      section(`909.${i + 1}`, 'Buoys.', [`Buoy ${i} is ${color}.`]),
    ),
  );

const FIRST = '88 FR 10, Jan. 5, 2023';
const EARLY = [
  part(
    '907',
    'HARBORS',
    section('907.1', 'Scope.', ['This part is about harbors.'], FIRST),
    section('907.2', 'Mooring &amp; <I>ropes</I>.', ['A boat moors with a hemp rope at its own berth.'], FIRST),
    section('907.3', 'Letters.', ['A pilot carries letters.'], FIRST),
    section('907.5', 'Chains.', [LONG, '(b) A chain is made of iron.'], FIRST),
  ),
  part('908', 'CREWS', section('908.1', 'Crew lists.', ['A crew list names the sailors.'])),
  buoys('red'),
];
const LATE = [
  part(
    '907',
    'HARBORS',
    section('907.1', 'Scope.', ['This part is about harbors.'], FIRST),
    section(
      '907.2',
      'Mooring with ropes.',
      ['A boat moors with a nylon rope at its own berth.'],
      `${FIRST}, as amended at 90 FR 105, Feb. 1, 2025`,
    ),
    section('907.4', 'Radios.', ['A boat has a radio.'], '90 FR 106, Feb. 1, 2025'),
    section(
      '907.5',
      'Chains.',
      [LONG, '(b) A chain is made of steel.'],
      `${FIRST}, as amended at 90 FR 107, Feb. 1, 2025`,
    ),
  ),
  part('908', 'CREWS', section('908.1', 'Crew lists.', ['A crew list names the sailors and the cook.'])),
  buoys('green'),
];

const RULES = `citation,last_page,fr_doc,title,short_name,stage,published,effective,effective_note,compliance,parts_amended,finalizes,corrects,delays,withdraws,confidence,from_memory
90 FR 100,140,2025-00101,Harbors and Ropes,Harbor Final Rule,FINAL,2025-02-01,${EFFECTIVE},,,45 CFR 907,,,,,seen,
`;

/** The eCFR's list of versions: § 907.3 was removed on the day of the rule, and § 907.4 was added. */
const version = (identifier: string, day: string, more: object = {}) => ({
  ...{ date: day, amendment_date: day, issue_date: day, identifier, name: `§ ${identifier}`, part: '907', title: '45' },
  ...{ type: 'section', substantive: true, removed: false, subpart: null, ...more },
});
const VERSIONS = {
  content_versions: [
    ...['907.1', '907.2', '907.3', '907.5'].map((number) => version(number, '2017-01-03')),
    version('907.2', EFFECTIVE),
    version('907.3', EFFECTIVE, { removed: true }),
    version('907.4', EFFECTIVE),
    version('907.5', EFFECTIVE),
  ],
  meta: { title: '45', result_count: '8', issue_date: { lte: '2026-02-01' }, latest_issue_date: '2026-02-01' },
};

/** Fills an empty graph. */
export async function fillHarbors(driver: Driver): Promise<void> {
  const { database } = testAddress();
  const folder = mkdtempSync(join(tmpdir(), 'glossograph-harbors-'));
  const written = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  try {
    await importRules(driver, database, { file: written('rules.csv', RULES) });
    for (const [i, asOf] of EDITIONS.entries()) {
      const files = (i === 0 ? EARLY : LATE).map((inside, n) =>
        written(
          `${asOf}-${n}.xml`,
          `<?xml version="1.0"?><DIV1 N="45" TYPE="TITLE"><HEAD>Title 45</HEAD>${inside}</DIV1>`,
        ),
      );
      await importEcfr(driver, database, { files, title: 45, asOf, today: '2026-06-01' });
    }
    await importVersions(driver, database, { file: written('versions.json', JSON.stringify(VERSIONS)) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
