/**
 * `npm run bench:linking [-- --misses] [-- --no-graph]`: how well, and how fast, terms are found in text.
 * - Precision and recall against texts and headings of Parts 171, 170, and 172 that were labelled by hand (`linking/labels-*.jsonl`).
 *   The labels of texts in Parts 171 and 170 are older than the rules. A second reader labelled the headings and Part 172; two rules
 *   were made after a first look at the results, as decision 0029 tells.
 * - Seconds to link all of Parts 160, 164, 170, 171, and 172: in memory, and in a local Neo4j, there with the glossary of NIST, too.
 * - How time grows with the number of names, from 1,000 to 100,000 made-up terms over one text.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TermRow } from '../cypher/link/index.ts';
import { mentionsOf } from '../src/link/mentions.ts';
import { buildNameTree } from '../src/link/names.ts';
import { linkText } from '../src/link/rules.ts';
import { holdersInMemory, namesInMemory, saidInMemory } from '../test/link/in-memory.ts';
import { hasRealData, REAL, realFile } from '../test/setup/real-data.ts';
import { ratios } from './citations/agreement.ts';
import { agreementIn } from './linking/labelled.ts';
import { relinkGraph } from './linking/relink.ts';

if (!hasRealData) throw new Error('the real files of the eCFR are not here: there is nothing to measure');
const showMisses = process.argv.includes('--misses');
const SEED = fileURLToPath(new URL('../seed', import.meta.url));
const PARTS = [REAL.part160, REAL.part164, REAL.part170, REAL.bulk, REAL.part172].map(({ file, asOf }) => ({
  file: realFile(file),
  asOf,
}));
const said = await saidInMemory(SEED, PARTS);
const names = namesInMemory(said);

for (const part of ['171', '170', '172']) {
  const records = said.get(`ecfr:45-${part}`);
  if (!records) throw new Error(`Part ${part} is not among the files`);
  // Part 172 came later: the labels of the others do not know its terms.
  const known =
    part === '172' ? names : namesInMemory(new Map([...said].filter(([origin]) => origin !== 'ecfr:45-172')));
  const { agreement, texts, headings, misses } = agreementIn(part, records, known);
  console.log(`Part ${part}, ${texts} texts and ${headings} headings`.padEnd(40), ratios(agreement));
  if (showMisses) for (const line of misses) console.log(`  ${line}`);
}
relinkAll();
grow();
if (!process.argv.includes('--no-graph')) await relinkGraph(SEED, PARTS, (line) => console.log(line));

function relinkAll(): void {
  const started = performance.now();
  let [texts, characters, mentions, places] = [0, 0, 0, 0];
  for (const records of said.values()) {
    const holders = holdersInMemory(records);
    const { relations } = mentionsOf(holders, names, new Map());
    texts += holders.length;
    characters += holders.reduce((total, holder) => total + (holder.texts[0]?.text.length ?? 0), 0);
    mentions += relations.length;
    places += relations.reduce((total, { evidence }) => total + evidence.length, 0);
  }
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `all parts: ${texts} texts, ${characters} characters, ${mentions} mentions in ${places} places, ${seconds.toFixed(2)} s`,
  );
}

/** One text is linked with ever more terms: by turns, so that what else the machine does strikes all of them. */
function grow(): void {
  const words = readFileSync(realFile(REAL.bulk.file), 'utf8').replace(/<[^>]*>/g, ' ');
  const vocabularies = [1_000, 10_000, 100_000].map((count) => ({
    count,
    many: buildNameTree(madeUp(count)),
    least: 1e9,
  }));
  for (let run = 0; run < 30; run += 1) {
    for (const one of vocabularies) {
      const started = performance.now();
      linkText(words, one.many);
      one.least = Math.min(one.least, performance.now() - started);
    }
  }
  for (const [i, { count, least }] of vocabularies.entries()) {
    const before = vocabularies[i - 1];
    const ratio = before === undefined ? '' : `, ${(least / before.least).toFixed(2)} times a tenth of them`;
    console.log(`${count} terms: ${least.toFixed(1)} ms for ${words.length} characters${ratio}`);
  }
}

/** Names of one to four words, of which the first are those of English and the others are rarer and rarer. */
function madeUp(count: number): TermRow[] {
  const common = [
    'health',
    'access',
    'information',
    'data',
    'record',
    'system',
    'care',
    'exchange',
    'request',
    'security',
  ];
  return Array.from({ length: count }, (_, i) => {
    const rare = `${common[i % 10]}${i.toString(36)}`;
    const name = [common[i % 10], common[Math.floor(i / 10) % 10], rare].slice(0, 2 + (i % 2)).join(' ');
    return {
      id: `Term:${i}`,
      name: i < 100 ? name : `${name} ${rare}`,
      aliases: [],
      vocabulary: 'made-up',
      definitions: [],
    };
  });
}
