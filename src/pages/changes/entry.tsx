/** One change in the list: what changed, in which provision, and how the words changed. */
import { dayBefore } from '../../model/day.ts';
import { happened } from '../../prose/change.ts';
import { addressOf, sectionCitation } from '../../view/address.ts';
import { amountOf, Redline, wholeText } from '../../view/diff.tsx';
import { briefHeading } from '../../view/heading.ts';
import { EntityLink } from '../../view/links.tsx';
import { capital } from '../../view/parts.tsx';
import { redlineAddress } from '../redline/address.ts';
import { basisOf, type FoundChange, isOfLaw } from './asked.ts';

/** The most words of a redline in a list. */
const MOST_WORDS = 350;

/** A change. Its date and its rule are shown above it. */
export function ChangeEntry({ change }: { change: FoundChange }) {
  const { regulation, subject, kind, on } = change;
  const isOfText = subject.id === regulation?.id;
  const what = capital(happened(change));
  return (
    <li>
      <p class="changed">
        {regulation ? (
          <a href={addressOf(regulation.id, kind === 'REMOVED' ? null : on)}>{sectionCitation(regulation.citation)}</a>
        ) : (
          <EntityLink {...subject} />
        )}
        {regulation?.heading && <span class="muted"> {briefHeading(regulation.heading)}</span>}
        <span class="happened">
          {what}
          {regulation && !isOfText && (
            <>
              : <EntityLink {...subject} />
            </>
          )}
        </span>
      </p>
      <Words change={change} />
    </li>
  );
}

/** Changes that the names of the provision and of the other entity tell in full. */
const TOLD_BY_NAMES: readonly FoundChange['kind'][] = ['ADOPTION', 'CITATION', 'EXCEPTION', 'STANDARD'];
/** Changes of a text that is there before and after: if one is missing, it is unknown. */
const ON_BOTH_SIDES: readonly FoundChange['kind'][] = ['TEXT', 'HEADING'];

/** How the words changed: folded, except for headings, which are short. */
function Words({ change }: { change: FoundChange }) {
  const { kind, before, after, diff } = change;
  if (TOLD_BY_NAMES.includes(kind)) return null;
  if (ON_BOTH_SIDES.includes(kind) && diff.length === 0) return <OneSide change={change} />;
  if (kind === 'HEADING') return <Redline runs={diff} />;
  const rest = <Rest change={change} />;
  const runs = diff.length > 0 ? diff : wholeText(after === null ? 'DELETE' : 'INSERT', after ?? before ?? '');
  const amount = amountOf(runs);
  if (amount === null) return null;
  return (
    <details>
      <summary>Redline: {amount}</summary>
      <Redline runs={runs} most={MOST_WORDS} rest={<p class="note">The redline continues.</p>} />
      {rest}
    </details>
  );
}

/** What is known of a text before or after its change. */
function OneSide({ change }: { change: FoundChange }) {
  const { before, after } = change;
  const known = after ?? before;
  if (known === null) return <p class="note">The text before and after this change is not known.</p>;
  const [unknown, shown] = after === null ? ['after', 'before'] : ['before', 'after'];
  return (
    <>
      <p class="note">The text {unknown} this change is not known.</p>
      <details>
        <summary>Text {shown} this change</summary>
        <Redline runs={[{ op: 'EQUAL', text: known }]} keepsSame />
      </details>
    </>
  );
}

/**
 * A link to the whole redline, from the day before the change. A change of which only the edition is known that first shows
 * it has no such day.
 */
function Rest({ change }: { change: FoundChange }) {
  const { regulation, on } = change;
  if (regulation === null || on === null || !isOfLaw(basisOf(change))) return null;
  return (
    <p class="note">
      <a href={redlineAddress(regulation.id, { compare: dayBefore(on), asOf: on })}>
        The full text of {sectionCitation(regulation.citation)}, with this change marked
      </a>
    </p>
  );
}
