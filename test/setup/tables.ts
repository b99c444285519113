/** Tables in our documents whose cells are real answers. UPDATE_EXAMPLES=1 writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Graph } from '../../src/graph/connect.ts';
import { ask } from './ask.ts';

/** The tables of a document that have these columns first: a provision and a date. The other cells are the answer. */
const ROW = /^\| ((?:Part|§) [^|]+?) +\| (\d{4}-\d{2}-\d{2}) +\|.*$/gm;

const ASKED = `query ($citation: String!, $asOf: Date!) { regulation(citation: $citation, asOf: $asOf) {
  heading exceptions { id } coverage { certainty inForce reason } } }`;
const IN_FORCE = new Map([
  [true, 'yes'],
  [false, 'no'],
  [null, 'not known'],
]);

/**
 * A test for each table of a document that stands below a heading.
 *
 * @param heading of the section, without its marks
 */
export function testTable(document: URL, heading: string, graph: () => Graph): void {
  const section = () =>
    readFileSync(document, 'utf8')
      .split(/^(?=#+ )/m)
      .find((part) => part.includes(` ${heading}\n`)) ?? '';
  test.each([...section().matchAll(ROW)].map(([row, place = '', day = '']) => ({ row, place, day })))(
    '$place on $day is as the table says',
    async ({ row, place, day }) => {
      const real = await rowOf(graph(), place, day);
      if (!process.env.UPDATE_EXAMPLES) return expect(row.replace(/ +\|/g, ' |')).toBe(real);
      const text = readFileSync(document, 'utf8');
      const [before = '', after = ''] = text.split(section());
      writeFileSync(document, `${before}${section().replace(row, () => real)}${after}`);
    },
  );
}

/** The name in a heading, which can go on with a question. */
const nameIn = (heading: string | null): string => (heading ?? '').split(/—| - /)[0] ?? '';

async function rowOf(graph: Graph, place: string, asOf: string): Promise<string> {
  const { heading, exceptions, coverage } = (await ask(graph, ASKED, { citation: place, asOf })).regulation;
  const { certainty, inForce, reason } = coverage;
  const cells = [place, asOf, certainty, IN_FORCE.get(inForce), nameIn(heading), `${exceptions.length}`, reason];
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}
