/**
 * The redlines of a part or of a division of a part: its sections that changed, were added, were removed, or stayed the
 * same.
 */
import type { ComponentChildren } from 'preact';
import { nameOf } from '../../view/address.ts';
import { amountOf, counted, Redline, RedlineKey, wholeText } from '../../view/diff.tsx';
import { briefHeading } from '../../view/heading.ts';
import { ProvisionLink } from '../../view/links.tsx';
import { Section } from '../../view/parts.tsx';
import type { WordRun } from '../../view/redline-blocks.ts';
import type { Ask } from '../ask.ts';
import { redlineAddress } from './address.ts';
import { REDLINE_OF_DIVISION, REDLINES } from './asked.ts';
import type { ComparedBody, Comparison } from './comparison.ts';
import { type ComparedSection, type ComparedState, comparedSections } from './sections.ts';
import { headingRuns, swapped } from './text.tsx';

/** At most so many sections of a group have their redline on the page; the others have a link to it. */
const MOST_REDLINES = 20;
/** Up to so many redlines are open. */
const MOST_OPEN = 3;
/** The most words of one redline. */
const MOST_WORDS = 1_200;

/** Creates the body of the page. Null if the division is not in the graph. */
export async function divisionRedline(ask: Ask, comparison: Comparison): Promise<ComparedBody | null> {
  const { citation, from, to } = comparison;
  const asked = await ask(REDLINE_OF_DIVISION, { citation, from, to });
  const { place, earlier, later } = asked.data;
  if (place === null) return null;
  return { ...{ asked, place, earlier, later }, main: () => body(ask, comparison) };
}

async function body(ask: Ask, comparison: Comparison) {
  const { from, to, isSwapped } = comparison;
  const sections = await comparedSections(ask, comparison);
  const inState = (state: ComparedState) => sections.filter((one) => one.state === state);
  const changed = inState('CHANGED');
  const ids = changed.slice(0, MOST_REDLINES).map(({ id }) => id);
  const { nodes } = ids.length === 0 ? { nodes: [] } : (await ask(REDLINES, { ids, from, to })).data;
  const runsOf = new Map(
    nodes?.flatMap((node) => (node !== null && 'diff' in node ? [[nameOf(node.id), node.diff] as const] : [])),
  );
  const redlines = new Map<string, readonly WordRun[]>([
    ...changed.flatMap(({ id }) => {
      const runs = runsOf.get(nameOf(id));
      return runs ? [[id, isSwapped ? swapped(runs) : runs] as const] : [];
    }),
    ...textsOf(inState('ADDED'), 'INSERT'),
    ...textsOf(inState('REMOVED'), 'DELETE'),
  ]);
  const group = (state: ComparedState, heading: string) => (
    <Group heading={heading} state={state} sections={inState(state)} redlines={redlines} comparison={comparison} />
  );
  return (
    <>
      <p class="lead">{summaryOf(sections)}</p>
      {redlines.size > 0 && <RedlineKey />}
      {group('CHANGED', 'Changed')}
      {group('ADDED', 'Added')}
      {group('REMOVED', 'Removed')}
      {group('UNKNOWN', 'Not known on one of the dates')}
      {group('SAME', 'Unchanged')}
    </>
  );
}

const textsOf = (sections: readonly ComparedSection[], op: 'INSERT' | 'DELETE') =>
  sections.slice(0, MOST_REDLINES).flatMap(({ id, text }) => (text === '' ? [] : [[id, wholeText(op, text)] as const]));

/** How many sections are in each state, in a sentence. */
function summaryOf(sections: readonly ComparedSection[]): string {
  const count = (state: ComparedState) => sections.filter((one) => one.state === state).length;
  const told: readonly (readonly [ComparedState, string, string])[] = [
    ['CHANGED', 'changed', 'changed'],
    ['ADDED', 'was added', 'were added'],
    ['REMOVED', 'was removed', 'were removed'],
    ['SAME', 'did not change', 'did not change'],
    ['UNKNOWN', 'cannot be compared', 'cannot be compared'],
  ];
  const some = told.filter(([state]) => count(state) > 0);
  if (some.length === 0) return 'No section is known on either date.';
  const parts = some.map(([state, one, many], i) => {
    const number = count(state);
    return `${i === 0 ? counted(number, 'section') : number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
  });
  const last = parts.at(-1);
  return parts.length === 1
    ? `${last}.`
    : `${parts.slice(0, -1).join(', ')}${parts.length > 2 ? ',' : ''} and ${last}.`;
}

interface GroupProps {
  heading: string;
  state: ComparedState;
  sections: readonly ComparedSection[];
  redlines: ReadonlyMap<string, readonly WordRun[]>;
  comparison: Comparison;
}

function Group({ heading, state, sections, redlines, comparison }: GroupProps) {
  if (sections.length === 0) return null;
  const isOpen = state === 'CHANGED' && sections.length <= MOST_OPEN;
  const items = sections.map((section) => (
    <li>
      <Entry section={section} runs={redlines.get(section.id)} isOpen={isOpen} comparison={comparison} />
    </li>
  ));
  const entries: ComponentChildren =
    state === 'SAME' ? (
      <details>
        <summary>{counted(sections.length, 'section')}</summary>
        <ul>{items}</ul>
      </details>
    ) : (
      <ul class="compared">{items}</ul>
    );
  return (
    <Section id={state.toLowerCase()} heading={heading}>
      {entries}
    </Section>
  );
}

interface EntryProps {
  section: ComparedSection;
  runs: readonly WordRun[] | undefined;
  isOpen: boolean;
  comparison: Comparison;
}

/** A section: its name, what is uncertain of it, and its redline or a link to it. */
function Entry({ section, runs, isOpen, comparison }: EntryProps) {
  const { id, citation, heading, state, doubt } = section;
  const { from, to, isSwapped } = comparison;
  const whole = redlineAddress(id, isSwapped ? { compare: to, asOf: from } : { compare: from, asOf: to });
  const shownOn = state === 'REMOVED' ? (isSwapped ? to : from) : isSwapped ? from : to;
  const link = (
    <p class="note">
      <a href={whole}>The full text, with its changes marked</a>
    </p>
  );
  const headings = headingRuns({ heading: section.earlierHeading }, { heading: section.laterHeading }, isSwapped);
  return (
    <>
      <p class="changed">
        <ProvisionLink provision={{ id, citation, heading: briefHeading(heading) }} asOf={shownOn} />
      </p>
      {doubt && <p class="note uncertain">{doubt}</p>}
      {headings.length > 0 && (
        <div class="redline-heading">
          <Redline runs={headings} keepsSame />
        </div>
      )}
      {runs && amountOf(runs) !== null && (
        <details open={isOpen}>
          <summary>{amountOf(runs)}</summary>
          <Redline runs={runs} most={MOST_WORDS} rest={<p class="note">The redline continues.</p>} />
          {link}
        </details>
      )}
      {runs === undefined &&
        (state === 'CHANGED' || section.text !== '') &&
        state !== 'SAME' &&
        state !== 'UNKNOWN' &&
        link}
    </>
  );
}
