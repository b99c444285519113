/**
 * The redline of a section, a paragraph, or an appendix, and its versions, which readers can compare with one another.
 */

import { diffWords } from '../../law/diff.ts';
import { Span } from '../../view/days.tsx';
import { amountOf, Redline, RedlineKey } from '../../view/diff.tsx';
import { folded, Section } from '../../view/parts.tsx';
import type { WordRun } from '../../view/redline-blocks.ts';
import type { Ask } from '../ask.ts';
import { redlineAddress } from './address.ts';
import { type ComparedVersions, type KnownOnDay, REDLINE_OF_TEXT } from './asked.ts';
import type { ComparedBody, Comparison } from './comparison.ts';

/** Creates the body of the page. Null if the provision is not in the graph. */
export async function textRedline(ask: Ask, comparison: Comparison): Promise<ComparedBody | null> {
  const { citation, from, to, isSwapped } = comparison;
  const asked = await ask(REDLINE_OF_TEXT, { citation, from, to });
  const { place, earlier, later } = asked.data;
  if (place === null) return null;
  const runs = isSwapped ? swapped(place.diff) : place.diff;
  const headings = headingRuns(earlier, later, isSwapped);
  return {
    ...{ asked, place, earlier, later },
    lacking: [
      ...(lacksText(earlier, place.diff, 'DELETE') ? [from] : []),
      ...(lacksText(later, place.diff, 'INSERT') ? [to] : []),
    ],
    main: () => <Compared runs={runs} headings={headings} />,
    end: (
      <Section id="versions" heading="Changes between versions">
        {folded(stepsOf(place.id, place.versions), 8)}
      </Section>
    ),
  };
}

/**
 * True for a side that is uncertain and has no words: nothing tells whether the section had words then.
 *
 * @param own the runs that only this side has
 */
const lacksText = (known: KnownOnDay | null, runs: readonly WordRun[], own: WordRun['op']): boolean =>
  known?.coverage.certainty === 'UNCERTAIN' && runs.every(({ op }) => op !== 'EQUAL' && op !== own);

/** The redline in the other direction. */
export const swapped = (runs: readonly WordRun[]): WordRun[] =>
  runs.map(({ op, text }) => ({ op: op === 'INSERT' ? 'DELETE' : op === 'DELETE' ? 'INSERT' : 'EQUAL', text }));

/** The redline of the headings. Empty if they are the same or if one is unknown. */
export function headingRuns(earlier: Headed, later: Headed, isSwapped: boolean): WordRun[] {
  const [before, after] = [earlier?.heading ?? null, later?.heading ?? null];
  if (before === null || after === null || before === after) return [];
  const runs = diffWords(before, after);
  return isSwapped ? swapped(runs) : runs;
}

type Headed = Pick<KnownOnDay, 'heading'> | null;

function Compared({ runs, headings }: { runs: readonly WordRun[]; headings: readonly WordRun[] }) {
  const amount = amountOf(runs);
  if (amount === null && headings.length === 0) return <p class="notice">The text is the same on both dates.</p>;
  return (
    <section class="official" aria-labelledby="redline">
      <h2 id="redline">{amount ?? 'Only the heading changed'}</h2>
      <RedlineKey />
      {headings.length > 0 && (
        <div class="redline-heading">
          <Redline runs={headings} keepsSame />
        </div>
      )}
      <Redline runs={runs} keepsSame />
    </section>
  );
}

/** For each version but the oldest, a link to what it changed: from the last day that shows the version before it. */
const stepsOf = (id: string, versions: ComparedVersions) =>
  versions.slice(0, -1).map((version, i) => {
    const older = versions[i + 1];
    const compare = older?.observedTo ?? older?.validFrom;
    const asOf = version.observedFrom ?? version.validFrom;
    const words = (
      <>
        Version <Span period={version} />
      </>
    );
    return compare && asOf ? <a href={redlineAddress(id, { compare, asOf })}>{words}</a> : words;
  });
