/**
 * `npm run bench:definitions [-- --misses]`: the definitions that the importer finds in the real files of the eCFR, against
 * labels that a reader made by hand before the importer was tuned (`definitions/labels.jsonl`: places and values, as the
 * text is not ours). Precision and recall of place and names, then the share of right scopes, kinds and steps.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { analyzedText } from '../src/import/ecfr/derive/analyzed-editions.ts';
import { readEcfr } from '../src/import/ecfr/read/read-ecfr.ts';
import { formatCitation } from '../src/model/citation.ts';
import { hasRealData, realFile } from '../test/setup/real-data.ts';
import {
  type DefinitionScore,
  type FoundDefinition,
  type LabelledDefinition,
  scoreOf,
  sumOf,
} from './definitions/score.ts';

/** The files in which the reader labelled every definition. */
const WHOLE = /^(?:12-1016|27-479|37-42|45-160|45-172)\./;

if (!hasRealData) throw new Error('the real files of the eCFR are not here: there is nothing to measure');
const labelled = readFileSync(process.env.LABELS ?? new URL('definitions/labels.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledDefinition);
const showMisses = process.argv.includes('--misses');

const scores: DefinitionScore[] = [];
for (const file of new Set(labelled.map((one) => one.file))) {
  const labels = labelled.filter((one) => one.file === file);
  const score = scoreOf(labels, await foundIn(file, labels), WHOLE.test(file));
  if (showMisses) for (const miss of score.misses) console.log(`  ${miss}`);
  console.log(`${file.padEnd(42)} ${figures(score)}`);
  scores.push(score);
}
const wholeScores = scores.filter((_, i) => WHOLE.test([...new Set(labelled.map((one) => one.file))][i] ?? ''));
console.log(`${'all, precision of whole files'.padEnd(42)} ${figures(sumOf(scores), sumOf(wholeScores))}`);

async function foundIn(file: string, labels: readonly LabelledDefinition[]): Promise<FoundDefinition[]> {
  for await (const { text } of readEcfr({ file: realFile(file) })) {
    const { provisions, definitions } = analyzedText(text);
    const texts = new Map(provisions.map((one) => [formatCitation(one.citation), one.text ?? '']));
    for (const { citation, sha256 = '' } of labels) {
      const hash = createHash('sha256')
        .update(texts.get(citation) ?? '')
        .digest('hex');
      if (!hash.startsWith(sha256)) throw new Error(`${file}, ${citation}: this is not the text that was labelled`);
    }
    return definitions.map(({ by, names, scopes, kind, references }) => ({
      citation: formatCitation(by.citation),
      names,
      kind,
      scopes: scopes.map(formatCitation),
      steps: references.map(({ citation, role }) => ({ role, target: citation })),
    }));
  }
  throw new Error(`${file} has no part`);
}

function figures(score: DefinitionScore, whole = score): string {
  const share = (right: number, of: number) => (of === 0 ? '–' : (right / of).toFixed(3)).padStart(5);
  const ratio = ({ right, of }: { right: number; of: number }) => `${share(right, of)} (${right}/${of})`.padEnd(15);
  const precision = share(whole.found - whole.invented, whole.found);
  return [
    `P ${precision}`,
    `R ${ratio({ right: score.named, of: score.labelled })}`,
    `scope ${ratio(score.scopes)}`,
    `kind ${ratio(score.kinds)}`,
    `steps ${ratio(score.steps)}`,
  ].join('  ');
}
