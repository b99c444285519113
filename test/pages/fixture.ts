/** The seed, a made-up title of the law, and things whose every word is hostile. */
import type { Driver } from 'neo4j-driver';
import type { ImportRecords } from '../../src/model/records.ts';
import { relationId } from '../../src/model/records.ts';
import { GLOSSOGRAPH } from '../../src/model/vocabulary.ts';
import { writeImport } from '../../src/store/write.ts';
import { seedRecords } from '../setup/seed.ts';
import { importTwoEditions } from '../setup/two-editions.ts';

/** What must stay text, wherever it stands. */
export const SCRIPT = `<script>alert('x')</script>"'><img src=x onerror=alert(1)>`;

/** A name that reads differently than it is: the letters after the override are shown from right to left. */
export const TURNED = 'EMR\u202efdp';

const source = { id: 'Source:hostile', name: SCRIPT, url: 'javascript:alert(1)' };
const evidence = [{ rule: 'AUTHORED' as const, sourceId: source.id, quote: SCRIPT }];
const words = { label: SCRIPT, name: SCRIPT, summary: SCRIPT, url: 'javascript:alert(1)' };
const relation = (
  type: 'ABOUT' | 'ALIAS_OF' | 'PART_OF' | 'PUBLISHED_BY' | 'ADOPTS' | 'RELATED_TO',
  from: string,
  to: string,
) => ({
  ...{ id: relationId(type, from, to), type, from, to, evidence },
  ...(type === 'PART_OF' && { position: 0 }),
});

const HOSTILE: ImportRecords = {
  entities: [
    {
      ...{
        kind: 'TERM',
        vocabulary: 'glossograph',
        id: 'Term:hostile',
        slug: 'hostile',
        ...words,
        category: SCRIPT,
        shortDefinition: SCRIPT,
      },
      ...{ definition: SCRIPT, keyTakeaways: [SCRIPT, '[a](javascript:alert(1))'] },
      ...{
        sectionHeadings: [SCRIPT],
        sectionBodies: [`${SCRIPT}\n\n[a](javascript:alert(1)) <b onclick="alert(1)">b</b>`],
      },
    },
    {
      ...{
        kind: 'TERM',
        vocabulary: 'glossograph',
        id: 'Term:turned',
        slug: 'turned',
        label: TURNED,
        name: TURNED,
        shortDefinition: TURNED,
      },
      definition: TURNED,
      ...{ keyTakeaways: [], sectionHeadings: [], sectionBodies: [] },
    },
    {
      kind: 'TERM',
      vocabulary: 'glossograph',
      id: 'Term:escaped',
      slug: 'escaped',
      label: 'Escaped',
      name: 'Escaped',
      definition: 'A \\*kite\\_1\\*.',
      keyTakeaways: [],
      sectionHeadings: [],
      sectionBodies: [],
    },
    { kind: 'ALIAS', id: 'Alias:hostile', aliasKind: 'SYNONYM', ...words },
    {
      ...{
        kind: 'REGULATION',
        id: 'Regulation:98-CFR-1.1',
        citation: '98 CFR 1.1',
        sortKey: '098/1',
        level: 'SECTION',
        reserved: false,
      },
      ...{
        label: '98 CFR 1.1',
        heading: SCRIPT,
        summary: SCRIPT,
        url: words.url,
        text: SCRIPT,
        italics: [3, 9],
        notes: [SCRIPT],
      },
    },
    { kind: 'STATUTE', id: 'Statute:hostile', citation: SCRIPT, ...words },
    {
      kind: 'STANDARD',
      id: 'Standard:hostile/1',
      key: 'hostile/1',
      level: 'VERSION',
      version: SCRIPT,
      canonical: words.url,
      ...words,
    },
    { kind: 'STANDARD', id: 'Standard:hostile/1/a', key: 'hostile/1/a', level: 'ELEMENT', types: [SCRIPT], ...words },
    { kind: 'ORGANIZATION', id: 'Organization:hostile', role: SCRIPT, ...words },
  ],
  relations: [
    relation('ABOUT', 'Term:hostile', 'Standard:hostile/1'),
    relation('ABOUT', 'Term:hostile', 'Statute:hostile'),
    relation('RELATED_TO', 'Term:ehr', 'Term:hostile'),
    relation('RELATED_TO', 'Term:ehr', 'Term:turned'),
    relation('ALIAS_OF', 'Alias:hostile', 'Term:hostile'),
    relation('ALIAS_OF', 'Alias:hostile', 'Organization:hostile'),
    relation('PART_OF', 'Standard:hostile/1/a', 'Standard:hostile/1'),
    relation('PUBLISHED_BY', 'Standard:hostile/1', 'Organization:hostile'),
    relation('ADOPTS', 'Regulation:98-CFR-1.1', 'Standard:hostile/1'),
  ],
  sources: [source],
  vocabularies: [GLOSSOGRAPH],
};

/** A standard with more parts than one page shows. */
const LARGE: ImportRecords = {
  entities: [
    { kind: 'STANDARD', id: 'Standard:large', key: 'large', level: 'STANDARD', label: 'Large', name: 'Large' },
    ...Array.from({ length: 120 }, (_, i) => {
      const key = `large/${String(i).padStart(3, '0')}`;
      return {
        kind: 'STANDARD' as const,
        id: `Standard:${key}`,
        key,
        level: 'ELEMENT' as const,
        label: `Part ${i}`,
        name: `Part ${i}`,
      };
    }),
  ],
  relations: Array.from({ length: 120 }, (_, i) => ({
    ...relation('PART_OF', `Standard:large/${String(i).padStart(3, '0')}`, 'Standard:large'),
    position: i,
  })),
  sources: [source],
  vocabularies: [GLOSSOGRAPH],
};

/** Fills an empty graph. */
export async function fillPages(driver: Driver): Promise<void> {
  await writeImport(driver, undefined, { origin: 'seed', records: await seedRecords() });
  await importTwoEditions(driver);
  const more = {
    entities: [...HOSTILE.entities, ...LARGE.entities],
    relations: [...HOSTILE.relations, ...LARGE.relations],
    sources: [source],
    vocabularies: [GLOSSOGRAPH],
  };
  await writeImport(driver, undefined, { origin: 'test', records: more });
}
