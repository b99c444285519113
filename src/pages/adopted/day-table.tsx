/** All adoptions on a day in one table, grouped by the adopting section. */
import { groupBy } from '../../model/group.ts';
import { addressOf, sectionCitation } from '../../view/address.ts';
import { Certain } from '../../view/adoption.tsx';
import { ProvisionLink } from '../../view/links.tsx';
import { WideTable } from '../../view/table.tsx';
import { AdoptedName, AdoptionState } from './adoption.tsx';
import type { DayAdoption } from './asked.ts';
import { adoptedAddress } from './request.ts';
import type { Successors } from './then.ts';

const BY_NUMBER = new Intl.Collator('en', { numeric: true });

/** The section that contains an adopting provision, or the provision itself. */
const sectionOf = ({ regulation }: DayAdoption) =>
  regulation.ancestors.find(({ level }) => level === 'SECTION') ?? regulation;

/** Adoptions by the citations of their sections, in the order of the CFR. */
export const bySection = (adoptions: readonly DayAdoption[]): DayAdoption[][] =>
  [...groupBy(adoptions, (one) => sectionOf(one).citation)]
    .sort(([a], [b]) => BY_NUMBER.compare(a, b))
    .map(([, members]) => members.toSorted((a, b) => BY_NUMBER.compare(a.regulation.citation, b.regulation.citation)));

/** The table. If all adoptions of a section have the same certainty, it is shown once for the section. */
export const DayTable = ({
  adoptions,
  on,
  then,
}: {
  adoptions: readonly DayAdoption[];
  on: string;
  then: Successors;
}) => (
  <WideTable name="Table of adoptions" looks="adopted" columns={['Provision', 'Adopts', 'Dates and notices']}>
    {bySection(adoptions).map((members) => (
      <SectionRows members={members} on={on} then={then} all={adoptions} />
    ))}
  </WideTable>
);

function SectionRows({
  members,
  on,
  then,
  all,
}: {
  members: readonly DayAdoption[];
  on: string;
  then: Successors;
  all: readonly DayAdoption[];
}) {
  const [first] = members;
  if (first === undefined) return null;
  const section = sectionOf(first);
  const isShared = members.every(({ coverage }) => coverage.reason === first.coverage.reason);
  return (
    <tbody>
      <tr class="group">
        <th scope="rowgroup" colSpan={3}>
          <ProvisionLink provision={section} asOf={on} />{' '}
          <a class="only" href={adoptedAddress({ on, within: section.citation })}>
            only this section
          </a>
          {isShared && (
            <p>
              <Certain coverage={first.coverage} />
            </p>
          )}
        </th>
      </tr>
      {members.map((adoption) => (
        <tr>
          <td>
            <a href={addressOf(adoption.regulation.id, on)}>{sectionCitation(adoption.regulation.citation)}</a>
          </td>
          <td>
            <AdoptedName adoption={adoption} />
            {!isShared && (
              <p>
                <Certain coverage={adoption.coverage} />
              </p>
            )}
          </td>
          <td>
            <AdoptionState adoption={adoption} on={on} then={then} all={all} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
