/** The content of the page for one adoption on a day. */
import { dayBefore } from '../../model/day.ts';
import { addressOf, sectionCitation } from '../../view/address.ts';
import { AdoptionDays, Notices, noticesOn } from '../../view/adoption.tsx';
import { Day } from '../../view/days.tsx';
import { EntityLink } from '../../view/links.tsx';
import type { Adopted } from '../standard/asked.ts';
import { familyOf, standardOf } from './found.ts';
import { isEndKnown, type Successors } from './then.ts';

/** The adopted standard, or the words of the law if the standard is not in the graph. */
export const AdoptedName = ({ adoption: { standard, text } }: { adoption: Adopted }) =>
  standard ? (
    <EntityLink id={standard.id} label={standard.name} />
  ) : (
    <>
      {text} <span class="muted">(wording of the law; not matched to a standard)</span>
    </>
  );

/** Other versions of the same standard among the adoptions of the same day. */
function alternativesTo(adoption: Adopted, all: readonly Adopted[]): Adopted[] {
  const own = standardOf(adoption);
  if (own === null) return [];
  const others = all.filter((one) => {
    const id = standardOf(one);
    return id !== null && id !== own && familyOf(id) === familyOf(own);
  });
  return [...new Map(others.map((one) => [standardOf(one), one])).values()];
}

/**
 * The dates of an adoption, other versions on the day, its last day and the next version, and the notices that apply on
 * the day or later.
 */
export function AdoptionState({
  adoption,
  on,
  then,
  all,
}: {
  adoption: Adopted;
  on: string;
  then: Successors;
  /** The adoptions on the page. */
  all: readonly Adopted[];
}) {
  const { validTo, notices } = adoption;
  const successors = then.get(standardOf(adoption) ?? '') ?? [];
  const alternatives = alternativesTo(adoption, all);
  return (
    <>
      <AdoptionDays adoption={adoption} />
      {validTo !== null && isEndKnown(adoption) && (
        <p class="last-day">
          Last day: <Day date={dayBefore(validTo)} />. Then:{' '}
          {successors.length === 0
            ? 'no known adoption of any version of this standard.'
            : successors.map(({ id, name, regulation }, i) => (
                <>
                  {i > 0 && ', '}
                  <EntityLink id={id} label={name} /> at{' '}
                  <a href={addressOf(regulation.id, validTo)}>{sectionCitation(regulation.citation)}</a>
                </>
              ))}
        </p>
      )}
      {alternatives.length > 0 && (
        <p class="also">
          Also adopted on this date:{' '}
          {alternatives.map((one, i) => (
            <>
              {i > 0 && ', '}
              <AdoptedName adoption={one} /> at{' '}
              <a href={addressOf(one.regulation.id, on)}>{sectionCitation(one.regulation.citation)}</a>
            </>
          ))}
        </p>
      )}
      <Notices notices={noticesOn(notices, on)} />
    </>
  );
}
