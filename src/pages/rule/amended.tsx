/** The provisions that a rule amends, by part, with links to its changes and to redlines around its effective date. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { formatCitation, regulationId } from '../../model/citation.ts';
import { dayBefore } from '../../model/day.ts';
import { groupBy } from '../../model/group.ts';
import { addressOf, citationIn, sectionCitation } from '../../view/address.ts';
import { Day } from '../../view/days.tsx';
import { briefHeading } from '../../view/heading.ts';
import { ProvisionLink } from '../../view/links.tsx';
import { Section } from '../../view/parts.tsx';
import { changesAddress } from '../changes/question.ts';
import { redlineAddress } from '../redline/address.ts';

/** Selects an amendment of a rule. */
export const AMENDED = document(`
fragment Amended on Amendment {
  effectiveOn
  basis
  appliesFrom
  regulation { id citation heading level }
}`);

type Amended = ResultOf<typeof AMENDED>;

/** The provisions that a rule amends, in the order of the law. */
export function AmendedParts({ amendments, totalCount }: { amendments: readonly Amended[]; totalCount: number }) {
  const parts = [...groupBy(amendments, ({ regulation }) => partOf(regulation.citation))];
  return (
    <Section id="amends" heading={<>Amended provisions{totalCount > 0 && <span class="muted"> {totalCount}</span>}</>}>
      {parts.length > 0 && (
        <>
          {parts.map(([part, members]) => (
            <AmendedPart part={part} members={members} />
          ))}
          {totalCount > amendments.length && (
            <p class="note">
              This page shows {amendments.length} of {totalCount} amendments.
            </p>
          )}
        </>
      )}
    </Section>
  );
}

/** The part in which a provision lies: "45 CFR Part 171" for 45 CFR 171.301. Above parts, the provision itself. */
function partOf(citation: string): string {
  const place = citationIn(citation);
  if (place?.part === undefined) return citation;
  return formatCitation({ title: place.title, part: place.part, paragraphs: [] });
}

/** The day on which an amendment took effect, if the law or the rule states it. A day of publication is no such day. */
const effectOf = ({ effectiveOn, basis }: Amended): string | null =>
  basis === 'STATED' || basis === 'EFFECTIVE_DATE' ? effectiveOn : null;

function AmendedPart({ part, members }: { part: string; members: readonly Amended[] }) {
  const place = citationIn(part);
  const days = [...new Set(members.map(effectOf))].filter((day) => day !== null).sort();
  const heading = members.find(({ regulation }) => regulation.citation === part)?.regulation.heading ?? null;
  const inside = members.filter(({ regulation }) => regulation.citation !== part);
  return (
    <section class="amended">
      <h3>
        {place ? <a href={addressOf(regulationId(place))}>{part}</a> : part}
        {heading && <span class="muted"> {briefHeading(heading)}</span>}
      </h3>
      {days.map((day) => (
        <p class="note">
          Effective <Day date={day} />: <a href={changesAddress({ within: part, from: day, to: day })}>what changed</a>
          {place && (
            <>
              {', '}
              <a href={redlineAddress(regulationId(place), { compare: dayBefore(day), asOf: day })}>
                {part} with its changes marked
              </a>
            </>
          )}
        </p>
      ))}
      {inside.length > 0 ? (
        <ul>
          {inside.map((one) => (
            <AmendedProvision amended={one} />
          ))}
        </ul>
      ) : (
        <p class="note">The sections that the rule amends are not known.</p>
      )}
    </section>
  );
}

function AmendedProvision({ amended }: { amended: Amended }) {
  const { regulation, appliesFrom } = amended;
  const day = effectOf(amended);
  const { id, citation, heading } = regulation;
  return (
    <li>
      <ProvisionLink provision={{ id, citation, heading: briefHeading(heading) }} />
      {day && (
        <a class="beside" href={redlineAddress(id, { compare: dayBefore(day), asOf: day })}>
          Redline<span class="unseen"> of {sectionCitation(citation)}</span>
        </a>
      )}
      {appliesFrom && (
        <span class="muted">
          {' '}
          applies from <Day date={appliesFrom} />
        </span>
      )}
    </li>
  );
}
