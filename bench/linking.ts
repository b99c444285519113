/**
 * `npm run bench:linking [-- --misses] [-- --no-graph]`: how well, and how fast, terms are found in text.
 * - Precision and recall against texts of Part 171 and Part 170 that were labelled by hand (`linking/labels-*.jsonl`: offsets
 *   and targets, as the text is not ours). Part 171 was looked at while the rules were made; Part 170 was not.
 * - Seconds to link all of Parts 160, 164, 170 and 171: in memory, and in a local Neo4j, there with the glossary of NIST, too.
 * - How time grows with the number of names, from 1,000 to 100,000 made-up terms over one text.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TermRow } from '../cypher/link/index.ts';
import { mentionsOf } from '../src/link/mentions.ts';
import { buildNameTree } from '../src/link/names.ts';
import { linkText } from '../src/link/rules.ts';
import { groupBy } from '../src/model/group.ts';
import { holdersInMemory, namesInMemory, saidInMemory } from '../test/link/in-memory.ts';
import { hasRealData, REAL, realFile } from '../test/setup/real-data.ts';
import { type Agreement, agreementOf, type Pair, ratios, sum } from './citations/agreement.ts';
import { relinkGraph } from './linking/relink.ts';

/** A provision whose terms somebody wrote down; a name with several targets counts for one of them. */
interface Labelled {
  file: string;
  citation: string;
  /** The beginning of the hash of the text that was labelled. */
  sha256: string;
  named: { start: number; end: number; targets: string[] }[];
}

if (!hasRealData) throw new Error('the real files of the eCFR are not here: there is nothing to measure');
const showMisses = process.argv.includes('--misses');
const SEED = fileURLToPath(new URL('../seed', import.meta.url));
const PARTS = [REAL.part160, REAL.part164, REAL.part170, REAL.bulk].map(({ file, asOf }) => ({
  file: realFile(file),
  asOf,
}));
const said = await saidInMemory(SEED, PARTS);
const names = namesInMemory(said);

for (const part of ['171', '170']) {
  const { agreement, texts } = agreementIn(part);
  console.log(`Part ${part}, ${texts} texts`.padEnd(24), ratios(agreement));
}
relinkAll();
grow();
if (!process.argv.includes('--no-graph')) await relinkGraph(SEED, PARTS, (line) => console.log(line));

function agreementIn(part: string): { agreement: Agreement; texts: number } {
  const labelled = readFileSync(new URL(`linking/labels-${part}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  const records = said.get(`ecfr:45-${part}`);
  if (!records) throw new Error(`Part ${part} is not among the files`);
  const all = holdersInMemory(records);
  const holders = new Map(all.map((holder) => [holder.id, holder]));
  const mentions = groupBy(mentionsOf(all, names, new Map()).relations, ({ from }) => from);
  const agreements = labelled.map(({ citation, sha256, named }) => {
    const holder = holders.get(`Regulation:${citation.replaceAll(' ', '-')}`);
    const text = holder?.texts[0]?.text ?? '';
    if (!holder || !createHash('sha256').update(text).digest('hex').startsWith(sha256)) {
      throw new Error(`${citation}: this is not the text that was labelled`);
    }
    const found = (mentions.get(holder.id) ?? []).flatMap(({ to, evidence }) =>
      evidence.flatMap(({ start, end }): Pair[] =>
        start === undefined || end === undefined ? [] : [{ start, end, target: to }],
      ),
    );
    const agreement = agreementOf(wanted(named, found), found);
    if (showMisses) {
      for (const [what, pairs] of [
        ['missed', agreement.missed],
        ['invented', agreement.invented],
      ] as const) {
        for (const { start, end, target } of pairs) {
          const around = `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`;
          console.log(`  ${what.padEnd(8)} ${citation}: ${around} → ${target}`);
        }
      }
    }
    return agreement;
  });
  return { agreement: sum(agreements), texts: labelled.length };
}

/** What the labels ask for: of several targets the one that was found, if any. */
function wanted(named: Labelled['named'], found: readonly Pair[]): Pair[] {
  return named.map(({ start, end, targets }) => {
    const target = targets.find((one) =>
      found.some((pair) => pair.target === one && pair.start < end && start < pair.end),
    );
    return { start, end, target: target ?? targets[0] ?? '' };
  });
}

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
    `all four parts: ${texts} texts, ${characters} characters, ${mentions} mentions in ${places} places, ${seconds.toFixed(2)} s`,
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
