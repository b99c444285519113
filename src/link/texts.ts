/** Reads the texts to link, by group. A group contains the texts that one import can change. */
import { ecfr } from '../../cypher/ecfr/index.ts';
import { link, type ProvisionRow } from '../../cypher/link/index.ts';
import { runAll } from '../graph/pipeline.ts';
import { type Runner, run } from '../graph/run.ts';
import { addTo } from '../model/group.ts';
import { keyOf, vocabularyOfGroup } from '../model/origins.ts';
import type { SourceRecord } from '../model/records.ts';
import { pageText } from '../prose/page-text.ts';
import type { DatedText, TextOwner } from './mentions.ts';

/** Sources for texts that have no document of their own. */
const PAGES_SOURCE: SourceRecord = { id: 'Source:pages-of-terms', name: 'Pages about terms, as stored in this graph' };
const STANDARDS_SOURCE: SourceRecord = {
  id: 'Source:names-of-standards',
  name: 'Names and descriptions of standards, as stored in this graph',
};
const PROVISIONS_SOURCE: SourceRecord = { id: 'Source:provisions', name: 'Provisions, as stored in this graph' };

/** The text of a standard to which offsets refer: its name and its summary. */
export function standardText({ name, summary }: { name?: string | null; summary?: string | null }): string {
  return [name, summary].filter((part) => part).join('\n\n');
}

/** The texts of a group, with their sources. */
export interface TextGroup {
  owners: TextOwner[];
  sources: Map<string, SourceRecord>;
}

/** Reads the texts of a group. */
export async function readTexts(tx: Runner, group: string): Promise<TextGroup> {
  const vocabulary = vocabularyOfGroup(group);
  if (vocabulary !== undefined) return readPages(tx, vocabulary);
  const name = keyOf(group);
  const part = /^(\d+)-([^/]+)$/.exec(name);
  return part ? readPart(tx, `Regulation:${part[1]}-CFR-${part[2]}`) : readStandards(tx, name);
}

async function readPages(tx: Runner, vocabulary: string): Promise<TextGroup> {
  const rows = await run(tx, link.pages, { vocabulary });
  const owners = rows.map(
    ({ id, ...parts }): TextOwner => ({
      ...ownerOf(id, pageText(parts), PAGES_SOURCE),
      vocabulary,
    }),
  );
  return { owners, sources: new Map([[PAGES_SOURCE.id, PAGES_SOURCE]]) };
}

async function readStandards(tx: Runner, key: string): Promise<TextGroup> {
  const rows = await run(tx, link.standards, { key });
  // "us-core" is a group without its versions, which are groups of their own.
  const own = key.includes('/') ? rows : rows.filter((row) => row.key === key);
  const owners = own.map(
    ({ vocabulary, ...row }): TextOwner => ({
      ...ownerOf(row.id, standardText(row), STANDARDS_SOURCE),
      ...(vocabulary !== null && { vocabulary }),
    }),
  );
  return { owners, sources: new Map([[STANDARDS_SOURCE.id, STANDARDS_SOURCE]]) };
}

const ownerOf = (id: string, text: string, { id: sourceId }: SourceRecord): TextOwner => ({
  id,
  texts: [{ text, sourceId }],
  around: [],
  defines: [],
});

async function readPart(tx: Runner, id: string): Promise<TextGroup> {
  const rows = await run(tx, link.provisions, { part: id });
  const divisions = (await run(tx, ecfr.above, { id, own: null })).map((division) => division.id).reverse();
  const above = new Map(rows.map((row) => [row.id, row.above]));
  const below = new Map<string, ProvisionRow[]>();
  for (const row of rows) {
    for (const upper of row.defines.length > 0 ? row.above : []) addTo(below, upper, row);
  }
  const owners = rows.flatMap((row): TextOwner[] => {
    const texts = textsOf(row);
    const heading = headingOf(row) ?? '';
    if (texts.length === 0 && heading === '') return [];
    const own = row.defines.flatMap(({ term, quotes, starts }) =>
      quotes.flatMap((quote, i) => (quote === '' ? [] : [{ term, quote, start: Number(starts[i]) }])),
    );
    const announced = (below.get(row.id) ?? []).flatMap(({ defines }) =>
      defines.map(({ term }) => ({ term, start: 0 })),
    );
    return [
      {
        id: row.id,
        texts,
        heading,
        around: [...aroundOf(row.id, above), ...divisions],
        defines: [...own, ...announced],
      },
    ];
  });
  return { owners, sources: await sourcesOf(tx, owners) };
}

/** The heading of a unit or division. The heading of a paragraph or of a definition is the start of its text. */
export const headingOf = ({
  level,
  heading,
}: {
  level: string;
  heading?: string | null | undefined;
}): string | undefined => (level === 'PARAGRAPH' || level === 'DEFINITION' ? undefined : (heading ?? undefined));

function textsOf(row: ProvisionRow): DatedText[] {
  const { text, validFrom, textSource } = row;
  // A division has a heading and no text.
  const now: DatedText[] =
    text || headingOf(row)
      ? [
          {
            text: text ?? '',
            ...(validFrom !== null && { from: validFrom }),
            sourceId: textSource ?? PROVISIONS_SOURCE.id,
          },
        ]
      : [];
  const before = row.formerText.map((former, i) => ({
    text: former,
    from: row.formerFrom[i],
    to: row.formerTo[i],
    sourceId: row.formerSource[i] || PROVISIONS_SOURCE.id,
  }));
  return [...before.filter((former) => former.text !== ''), ...now];
}

/** The provision itself and those that contain it, innermost first. */
function aroundOf(id: string, above: ReadonlyMap<string, readonly string[]>): string[] {
  const around = [id];
  for (const one of around) {
    for (const upper of above.get(one) ?? []) if (!around.includes(upper)) around.push(upper);
  }
  return around;
}

async function sourcesOf(tx: Runner, owners: readonly TextOwner[]): Promise<Map<string, SourceRecord>> {
  const ids = new Set(owners.flatMap(({ texts }) => texts.map(({ sourceId }) => sourceId)));
  const found = await runAll(tx, link.sources, { rows: [...ids].map((id) => ({ id })) });
  const sources = new Map([[PROVISIONS_SOURCE.id, PROVISIONS_SOURCE]]);
  for (const { source } of found) {
    const present = Object.entries(source).filter(([, value]) => value !== null);
    sources.set(source.id, { ...Object.fromEntries(present), id: source.id, name: source.name });
  }
  return sources;
}
