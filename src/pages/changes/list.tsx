/** The list of changes by day. Within a day, changes are grouped by the rules that made them. */
import { groupBy } from '../../model/group.ts';
import { Day } from '../../view/days.tsx';
import { EntityLink } from '../../view/links.tsx';
import { basisOf, type FoundChange, isOfLaw } from './asked.ts';
import { ChangeEntry } from './entry.tsx';

/**
 * Changes by day, with a heading for each day.
 *
 * @param changes oldest first; within a day, they keep the order of the law
 */
export function ChangesByDay({ changes, isNewestFirst }: { changes: readonly FoundChange[]; isNewestFirst: boolean }) {
  const days = [...groupBy(changes, (change) => `${change.on} ${meaningOf(change)}`).values()];
  if (isNewestFirst) days.reverse();
  return (
    <div class="changes">
      {days.map((ofDay, i) => {
        const id = `day-${i + 1}`;
        const groups = [...groupBy(ofDay, rulesKey).values()];
        return (
          <section aria-labelledby={id}>
            <h2 id={id}>
              <DayHeading change={ofDay[0] as FoundChange} />
            </h2>
            {groups.map((made) => (
              <>
                <p class="made-by">
                  <MadeBy change={made[0] as FoundChange} />
                </p>
                <ol>
                  {made.map((change) => (
                    <ChangeEntry change={change} />
                  ))}
                </ol>
              </>
            ))}
          </section>
        );
      })}
    </div>
  );
}

/** Days of the same meaning have one heading: a rule's effective day and a day that the law states are both days of the law. */
const meaningOf = (change: FoundChange): string => (isOfLaw(basisOf(change)) ? 'EFFECTIVE_DATE' : change.basis);

/** A day of the law, or what else the day is: a change that was first seen in an edition did not happen "on" its day. */
function DayHeading({ change }: { change: FoundChange }) {
  const { kind, on } = change;
  const basis = basisOf(change);
  if (on === null || basis === 'UNKNOWN') return <>Date unknown</>;
  const day = <Day date={on} />;
  if (basis === 'FIRST_SEEN') return <>First seen in the edition of {day}</>;
  if (basis === 'PUBLICATION') return <>Published {day}, effective date unknown</>;
  return kind === 'STANDARD' ? day : <>Effective {day}</>;
}

const rulesKey = ({ amendments, basis, kind }: FoundChange): string =>
  amendments.length === 0
    ? `${basis} ${kind === 'STANDARD'}`
    : [...new Set(amendments.map(({ rule, citation }) => rule?.id ?? citation))].sort().join(' ');

/** The rules that made a change, or what its day rests on if none is known. */
function MadeBy({ change: { amendments, basis, kind } }: { change: FoundChange }) {
  const rules = [...new Map(amendments.map((one) => [one.rule?.id ?? one.citation, one])).values()];
  if (rules.length > 0) {
    return (
      <>
        By{' '}
        {rules.map(({ rule, citation }, i) => (
          <>
            {i > 0 && ' and '}
            {rule ? <EntityLink id={rule.id} label={rule.name} /> : citation}
            {rule?.citation && <span class="muted"> {rule.citation}</span>}
          </>
        ))}
      </>
    );
  }
  if (kind === 'STANDARD') return <>Published by the organization that maintains the standard</>;
  return <>{basis === 'STATED' ? 'The law states the date' : 'The rule that made the change is not known'}</>;
}
