/** How well found definitions agree with labelled ones. Pure. */
import { nameKey } from '../../src/search/words.ts';

/** A step to another definition, as a label or the importer states it. */
export interface LabelledStep {
  role: string;
  target: string;
  uncertain?: boolean;
}

/** A definition that a reader wrote down, or words that are a definition to one reader and none to another. */
export interface LabelledDefinition {
  file: string;
  citation: string;
  /** The beginning of the hash of the provision’s own text. */
  sha256?: string;
  names: string[];
  names_alt?: string[];
  aliases?: string[];
  also_at?: string[];
  kind?: string;
  scopes?: string[];
  steps?: LabelledStep[];
  /** The fields of which the reader was not sure. They are not scored. */
  uncertain?: string[];
  /** Whether finding a definition here is neither right nor wrong; with `skip_names_only`, one of these names only. */
  skip?: boolean;
  skip_names_only?: boolean;
}

/** A definition that the importer finds. */
export interface FoundDefinition {
  citation: string;
  names: string[];
  kind: string;
  scopes: string[];
  steps: LabelledStep[];
}

/** Counts, and the disagreements in words. */
export interface DefinitionScore {
  labelled: number;
  /** Labels that were found at their place with their names. */
  named: number;
  found: number;
  invented: number;
  scopes: Ratio;
  kinds: Ratio;
  steps: Ratio;
  misses: string[];
}
interface Ratio {
  right: number;
  of: number;
}

/**
 * Scores the definitions of one file.
 *
 * @param whole whether the reader labelled every definition of the file, so that all others are inventions
 */
export function scoreOf(
  labels: readonly LabelledDefinition[],
  found: readonly FoundDefinition[],
  whole: boolean,
): DefinitionScore {
  const score: DefinitionScore = {
    labelled: 0,
    named: 0,
    found: 0,
    invented: 0,
    scopes: { right: 0, of: 0 },
    kinds: { right: 0, of: 0 },
    steps: { right: 0, of: 0 },
    misses: [],
  };
  const met = new Set<FoundDefinition>();
  for (const label of labels.filter(({ skip }) => !skip)) {
    score.labelled += 1;
    const one = found.find((candidate) => !met.has(candidate) && isSame(label, candidate));
    if (one) met.add(one);
    if (one && hasNames(label, one)) score.named += 1;
    else score.misses.push(`missed    ${at(label)}${one ? `: found ${one.names.join(' / ')}` : ''}`);
    if (one) scoreFields(score, label, one);
  }
  const others = whole ? found.filter((one) => !met.has(one) && !isSkipped(one, labels)) : [];
  score.found = met.size + others.length;
  score.invented = others.length;
  score.misses.push(...others.map((one) => `invented  ${at(one)}`));
  return score;
}

function scoreFields(score: DefinitionScore, label: LabelledDefinition, one: FoundDefinition): void {
  const { scopes = [], kind = '', steps = [], uncertain = [] } = label;
  const tell = (ratio: Ratio, what: string, expected: string, actual: string) => {
    ratio.of += 1;
    if (expected === actual) ratio.right += 1;
    else score.misses.push(`${what.padEnd(9)} ${at(label)}: ${actual} instead of ${expected}`);
  };
  // Where the words state no scope, the label is empty, and nothing is scored.
  if (!uncertain.includes('scopes') && scopes.length > 0) {
    tell(score.scopes, 'scope', listed(scopes), listed(one.scopes));
  }
  if (!uncertain.includes('kind')) tell(score.kinds, 'kind', kind, one.kind);
  if (uncertain.includes('steps')) return;
  const written = ({ role, target }: LabelledStep) => (uncertain.includes('role') ? target : `${role} ${target}`);
  const open = steps.filter((step) => step.uncertain).map(written);
  const certain = (all: readonly LabelledStep[]) => all.map(written).filter((step) => !open.includes(step));
  tell(score.steps, 'steps', listed(certain(steps)), listed(certain(one.steps)));
}

const at = ({ citation, names }: Pick<FoundDefinition, 'citation' | 'names'>) => `${citation} ${names.join(' / ')}`;
const listed = (all: readonly string[]) => [...new Set(all)].sort().join(', ') || 'none';

const placesOf = ({ citation, also_at = [] }: LabelledDefinition) => [citation, ...also_at];
const keyOf = (name: string) => nameKey(name.replace(/[®™]/g, ''));
const keysOf = (names: readonly string[]) => new Set(names.map(keyOf));

function isSame(label: LabelledDefinition, { citation, names }: FoundDefinition): boolean {
  const known = keysOf([...label.names, ...(label.names_alt ?? []), ...(label.aliases ?? [])]);
  return placesOf(label).includes(citation) && names.some((name) => known.has(keyOf(name)));
}

/** Whether all names were found, in either form, and no others. */
function hasNames(label: LabelledDefinition, { names }: FoundDefinition): boolean {
  if (label.uncertain?.includes('names')) return true;
  const { names: own, names_alt: other = [], aliases = [], uncertain = [] } = label;
  const found = keysOf(names);
  const has = (all: readonly string[]) => all.length > 0 && all.every((name) => found.has(keyOf(name)));
  const known = keysOf([...own, ...other, ...aliases]);
  const complete = (has(own) || has(other)) && (uncertain.includes('aliases') || aliases.length === 0 || has(aliases));
  return complete && (uncertain.includes('aliases') || [...found].every((name) => known.has(name)));
}

const isSkipped = (one: FoundDefinition, labels: readonly LabelledDefinition[]) =>
  labels.some(
    (label) => label.skip && placesOf(label).includes(one.citation) && (!label.skip_names_only || isSame(label, one)),
  );

/** The scores of several files as one. */
export function sumOf(scores: readonly DefinitionScore[]): DefinitionScore {
  const add = (read: (score: DefinitionScore) => number) => scores.reduce((total, score) => total + read(score), 0);
  const ratio = (key: 'scopes' | 'kinds' | 'steps') => ({
    right: add((score) => score[key].right),
    of: add((score) => score[key].of),
  });
  return {
    labelled: add(({ labelled }) => labelled),
    named: add(({ named }) => named),
    found: add(({ found }) => found),
    invented: add(({ invented }) => invented),
    scopes: ratio('scopes'),
    kinds: ratio('kinds'),
    steps: ratio('steps'),
    misses: scores.flatMap(({ misses }) => misses),
  };
}
