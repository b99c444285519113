/** A made-up section that is long, as § 170.315 is: more paragraphs than a page shows open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from 'neo4j-driver';
import { importEcfr } from '../../src/import/ecfr/import.ts';
import { testAddress } from '../setup/graph.ts';

/** Paragraphs of the first level. */
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const paragraph = (letter: string) =>
  [
    `<P>(${letter}) <I>Lamps of kind ${letter}</I>—(1) <I>Light.</I> A lamp of this kind shines at night.</P>`,
    ...Array.from({ length: 9 }, (_, i) => `<P>(${i + 2}) <I>Rule ${i + 2}.</I> A keeper cleans the lamp.</P>`),
  ].join('\n');

const TITLE = `<?xml version="1.0"?>
<DIV1 N="97" TYPE="TITLE"><HEAD>Title 97—Lighthouses</HEAD>
<DIV5 N="4" TYPE="PART"><HEAD>PART 4—LIGHTHOUSES AND LAMPS</HEAD>
<DIV8 N="4.1" TYPE="SECTION"><HEAD>§ 4.1 Scope.</HEAD><P>This part is about lighthouses.</P></DIV8>
<DIV8 N="4.2" TYPE="SECTION"><HEAD>§ 4.2 Lamps.</HEAD>
<P>A lighthouse has one of these lamps:</P>
${LETTERS.map(paragraph).join('\n')}
</DIV8></DIV5></DIV1>`;

/** Adds the title to a graph. */
export async function fillLighthouses(driver: Driver): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'glossograph-lighthouses-'));
  try {
    const file = join(folder, 'title-97.xml');
    writeFileSync(file, TITLE);
    const [asOf, { database }] = ['2026-01-05', testAddress()];
    await importEcfr(driver, database, { files: [file], title: 97, asOf, today: asOf });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
