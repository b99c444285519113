/** A made-up glossary of any size, with the shape that real ones have: a few hubs, many small terms, provisions in a tree. */
import type { Driver } from 'neo4j-driver';
import { formatCitation, regulationId } from '../src/model/citation.ts';
import { citationSortKey } from '../src/model/citations/sort-key.ts';
import { nameKey, wordsOf } from '../src/search/words.ts';
import { type Random, random } from '../test/plan/random.ts';

const ROWS = 5_000;
const SECTIONS_PER_PART = 50;
const LOREM = 'a term of the generated glossary, described at the length that descriptions have. '.repeat(6);

/** How many of each: relations per term have a mean of 8, and the first terms are hubs. */
export interface Size {
  terms: number;
  parts: number;
}

/** Fills an empty database whose indexes stand. The same size gives the same graph. */
export async function generate(driver: Driver, { terms, parts }: Size): Promise<void> {
  const r = random(7);
  const hub = () => Math.floor(terms * r.next() ** 3); // power law: the first are hubs
  await nodes(
    driver,
    'Term',
    Array.from({ length: terms }, (_, i) => termRow(r, i)),
  );
  await nodes(
    driver,
    'Alias',
    Array.from({ length: terms * 2 }, (_, i) => named(`Alias:a${i}`, `alias ${i}`, { aliasKind: 'SYNONYM' })),
  );
  await relations(
    driver,
    'ALIAS_OF',
    Array.from({ length: terms * 2 }, (_, i) => ({ from: `Alias:a${i}`, to: `Term:t${i >> 1}` })),
  );
  await relations(
    driver,
    'RELATED_TO',
    Array.from({ length: terms * 3 }, () => ({
      from: `Term:t${r.int(terms)}`,
      to: `Term:t${hub()}`,
      weight: r.int(100) / 100,
    })).filter(({ from, to }) => from !== to),
  );
  const provisions = Array.from({ length: parts }, (_, part) => part + 1).flatMap((part) => [
    { title: 45, part: String(part), paragraphs: [] },
    ...Array.from({ length: SECTIONS_PER_PART }, (_, i) => ({
      title: 45,
      part: String(part),
      section: String(i + 1),
      paragraphs: [],
    })),
  ]);
  await nodes(
    driver,
    'Regulation',
    provisions.map((citation) => {
      const text = formatCitation(citation);
      return named(regulationId(citation), text, {
        citation: text,
        sortKey: citationSortKey(citation),
        level: 'section' in citation ? 'SECTION' : 'PART',
        heading: `On ${text}`,
        reserved: false,
        text: LOREM,
      });
    }),
  );
  const sections = provisions
    .filter((citation) => 'section' in citation)
    .map((citation) => ({
      id: regulationId(citation),
      part: regulationId({ ...citation, section: undefined } as never),
    }));
  await relations(
    driver,
    'PART_OF',
    sections.map(({ id, part }, i) => ({ from: id, to: part, position: i % SECTIONS_PER_PART })),
  );
  await relations(
    driver,
    'MENTIONS',
    sections.flatMap(({ id }) => Array.from({ length: 8 }, () => ({ from: id, to: `Term:t${hub()}` }))),
  );
}

const termRow = (r: Random, i: number) =>
  named(`Term:t${i}`, `term ${String(r.int(1e6)).padStart(6, '0')} ${i}`, {
    slug: `t${i}`,
    shortDefinition: `The short definition of term ${i}.`,
    definition: LOREM,
    keyTakeaways: ['one thing', 'another thing'],
    sectionHeadings: ['Definition', 'Example'],
    sectionBodies: [LOREM, LOREM],
  });

const named = (id: string, name: string, more: object) => ({
  id,
  name,
  label: name,
  nameKey: nameKey(name),
  nameWords: wordsOf(name).join(' '),
  summary: `About ${name}.`,
  ...more,
});

async function nodes(driver: Driver, label: string, rows: object[]) {
  for (let i = 0; i < rows.length; i += ROWS) {
    await driver.executeQuery(`UNWIND $rows AS row CREATE (n:Entity:${label}) SET n = row`, {
      rows: rows.slice(i, i + ROWS),
    });
  }
}

async function relations(
  driver: Driver,
  type: string,
  pairs: { from: string; to: string; weight?: number; position?: number }[],
) {
  const rows = pairs.map(({ from, to, ...more }, i) => ({
    from,
    to,
    relation: {
      id: `${type}-${i}`,
      weight: 1,
      evidenceRules: ['AUTHORED'],
      evidenceQuotes: [''],
      evidenceStarts: [-1],
      evidenceEnds: [-1],
      evidenceSources: ['Source:generated'],
      ...more,
    },
  }));
  for (let i = 0; i < rows.length; i += ROWS) {
    await driver.executeQuery(
      `UNWIND $rows AS row MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.relation`,
      { rows: rows.slice(i, i + ROWS) },
    );
  }
}
