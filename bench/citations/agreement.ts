/** How far what was found agrees with what was written down by hand. */

/** A run of text, in UTF-16 code units, end exclusive, and one place that it cites. */
export interface Pair {
  start: number;
  end: number;
  target: string;
}

/** Pairs that both have, that only the labels have, and that only the finder has. */
export interface Agreement {
  agreed: number;
  missed: Pair[];
  invented: Pair[];
}

/** Each label agrees with at most one find, and each find with at most one label: the same target, overlapping. */
export function agreementOf(labels: readonly Pair[], finds: readonly Pair[]): Agreement {
  const left = [...finds];
  const missed = labels.filter(({ start, end, target }) => {
    const at = left.findIndex((one) => one.target === target && one.start < end && start < one.end);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { agreed: labels.length - missed.length, missed, invented: left };
}

/** Several agreements as one. */
export function sum(agreements: readonly Agreement[]): Agreement {
  return {
    agreed: agreements.reduce((total, { agreed }) => total + agreed, 0),
    missed: agreements.flatMap(({ missed }) => missed),
    invented: agreements.flatMap(({ invented }) => invented),
  };
}

/** "precision 0.991 (…), recall 0.985 (…)". */
export function ratios({ agreed, missed, invented }: Agreement): string {
  const found = agreed + invented.length;
  const labelled = agreed + missed.length;
  return `precision ${share(agreed, found)}, recall ${share(agreed, labelled)}`;
}

const share = (part: number, whole: number) => `${(whole === 0 ? 1 : part / whole).toFixed(4)} (${part} of ${whole})`;
