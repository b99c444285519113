/**
 * `npm run bench:citations [-- --misses]`: precision and recall of the citations that the importer finds in the real files
 * of the eCFR, against a sample that was labelled by hand (`citations/labels.jsonl`: offsets and targets, as the text is not
 * ours), and in the sentences of ours that have their patterns (`test/import/ecfr/citations.yaml`). A citation counts as
 * found when one with the same target overlaps it; a list counts member by member, and a range of statute sections counts as its
 * two ends.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { analyzedText } from '../src/import/ecfr/derive/analyzed-editions.ts';
import { readEcfr } from '../src/import/ecfr/read/read-ecfr.ts';
import { formatCitation } from '../src/model/citation.ts';
import { citedBy, SENTENCES, writtenEnds } from '../test/import/ecfr/sentences.ts';
import { hasRealData, realFile } from '../test/setup/real-data.ts';
import { type Agreement, agreementOf, type Pair, ratios, sum } from './citations/agreement.ts';

/** A provision whose citations somebody wrote down. */
interface Labelled {
  file: string;
  citation: string;
  /** The beginning of the hash of the text that was labelled. */
  sha256: string;
  cited: { start: number; end: number; targets: string[] }[];
}

if (!hasRealData) throw new Error('the real files of the eCFR are not here: there is nothing to measure');
const labelled = readFileSync(new URL('citations/labels.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);
const showMisses = process.argv.includes('--misses');

const byFile = new Map<string, Agreement>();
for (const file of new Set(labelled.map((one) => one.file))) {
  const found = await foundIn(file);
  const agreements = labelled
    .filter((one) => one.file === file)
    .map((one) => {
      // a repeated designator gives its provision another citation, so the text decides which one was labelled
      const isLabelled = ({ text }: { text: string }) =>
        createHash('sha256').update(text).digest('hex').startsWith(one.sha256);
      const own = found.get(one.citation);
      const same = own && isLabelled(own) ? own : [...found].find(([, it]) => isLabelled(it))?.[1];
      const { text, pairs } = same ?? { text: '', pairs: [] };
      if (!createHash('sha256').update(text).digest('hex').startsWith(one.sha256)) {
        throw new Error(`${file}, ${one.citation}: this is not the text that was labelled`);
      }
      const agreement = agreementOf(pairsOf(one.cited), pairs);
      if (showMisses) {
        for (const { start, end, target } of agreement.missed) tell(one, 'missed', target, text.slice(start, end));
        for (const { start, end, target } of agreement.invented) tell(one, 'invented', target, text.slice(start, end));
      }
      return agreement;
    });
  byFile.set(file, sum(agreements));
}
for (const [file, agreement] of byFile) console.log(`${file.padEnd(46)} ${ratios(agreement)}`);
console.log(`${`${labelled.length} provisions`.padEnd(46)} ${ratios(sum([...byFile.values()]))}`);

const inSentences = SENTENCES.map((sentence) => {
  const pairs = (targets: string[]) => targets.map((target) => ({ start: 0, end: sentence.text.length, target }));
  return agreementOf(pairs(sentence.cites), pairs(citedBy(sentence)));
});
console.log(`${`${SENTENCES.length} sentences in their patterns`.padEnd(46)} ${ratios(sum(inSentences))}`);

/** What the importer finds in a file, by provision. */
async function foundIn(file: string): Promise<Map<string, { text: string; pairs: Pair[] }>> {
  const found = new Map<string, { text: string; pairs: Pair[] }>();
  for await (const { text } of readEcfr({ file: realFile(file) })) {
    const { provisions, citations } = analyzedText(text);
    const cited = new Map(citations.map((one) => [one.by, one.cited]));
    for (const provision of provisions) {
      const pairs = (cited.get(provision) ?? []).flatMap(({ start, end, targets }) =>
        targets.flatMap(writtenEnds).map((target) => ({ start, end, target })),
      );
      found.set(formatCitation(provision.citation), { text: provision.text ?? '', pairs });
    }
  }
  return found;
}

function pairsOf(cited: Labelled['cited']): Pair[] {
  return cited.flatMap(({ start, end, targets }) => targets.map((target) => ({ start, end, target })));
}

function tell({ citation }: Labelled, what: string, target: string, words: string): void {
  console.log(`  ${what.padEnd(8)} ${citation}: "${words}" → ${target}`);
}
