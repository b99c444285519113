/** The two days of a redline: the form that sets them, and the certainty of the text on each day. */
import { addressOf } from '../../view/address.ts';
import { Actions, AskingForm, DayField } from '../../view/asking.tsx';
import { Day } from '../../view/days.tsx';
import { OutsideLink } from '../../view/links.tsx';
import { Reason } from '../../view/reason.tsx';
import { type ComparedDays, redlineAddress } from './address.ts';
import type { KnownOnDay } from './asked.ts';

/** The provision and its two days. */
interface Compared {
  id: string;
  days: ComparedDays;
}

/** A form for both days. */
export const DaysForm = ({ id, days: { compare, asOf } }: Compared) => (
  <AskingForm action={addressOf(id)}>
    <DayField name="compare" label="Compare the text of" value={compare} isRequired />
    <DayField name="asOf" label="with the text of" value={asOf} isRequired />
    <Actions>
      <button type="submit">Compare</button>
      <a class="button" href={redlineAddress(id, { compare: asOf, asOf: compare })}>
        Swap the dates
      </a>
    </Actions>
  </AskingForm>
);

const CERTAINTY: Readonly<Record<KnownOnDay['coverage']['certainty'], string>> = {
  OBSERVED: 'Observed',
  DERIVED: 'Derived',
  PRESUMED: 'Presumed',
  UNCERTAIN: 'Uncertain',
  UNKNOWN: 'Unknown',
};

/** Whether a text, or the absence of a text, is known well enough for a comparison. */
export const isKnown = (known: KnownOnDay | null): known is KnownOnDay =>
  known !== null && known.coverage.certainty !== 'UNKNOWN';

/** A day, and the known data about the provision on that day. */
export interface DaySide {
  day: string;
  known: KnownOnDay | null;
}

/** The known data about each day, with a link to the plain text on that day. */
export const KnownDays = ({ sides, id }: { sides: readonly DaySide[]; id: string }) => (
  <dl class="known-days">
    {sides.map(({ day, known }) => (
      <div>
        <dt>
          <Day date={day} />
        </dt>
        <dd>
          <KnownSide day={day} known={known} />{' '}
          {isKnown(known) && known.coverage.inForce !== false && (
            <a class="plain-text" href={addressOf(id, day)}>
              Read the text as of this date
            </a>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

function KnownSide({ day, known }: DaySide) {
  if (known === null) return <>Unknown: nothing is imported for this date.</>;
  const { certainty, reason, inForce, edition } = known.coverage;
  const isDoubtful = certainty === 'UNCERTAIN' || certainty === 'UNKNOWN';
  return (
    <>
      <strong class={isDoubtful ? 'uncertain' : undefined}>
        {CERTAINTY[certainty]}
        {inForce === false && ', not in force'}.
      </strong>{' '}
      <Reason text={reason} />{' '}
      {edition && inForce !== false && !edition.name.includes(day) && (
        <span class="muted">
          Text from <OutsideLink address={edition.url}>{edition.name}</OutsideLink>.
        </span>
      )}
    </>
  );
}
