/** The panel of a relation: its ends, dates, and evidence. */
import { RELATIONS } from '../../../model/relations.ts';
import { EntityLink } from '../../../view/links.tsx';
import { Facts } from '../../../view/parts.tsx';
import type { EdgeReading } from '../api/reading.ts';
import { EvidenceList, hasKnownDays, KnownDays } from './evidence.tsx';
import { Part, Title } from './pieces.tsx';

/** A relation with its evidence. */
export function RelationPanel({ reading }: { reading: EdgeReading }) {
  const { type, source, target, evidence } = reading;
  return (
    <>
      <Title>
        {source.label} {RELATIONS[type].label} {target.label}
      </Title>
      <p class="muted">{RELATIONS[type].description}</p>
      <Facts
        rows={[
          ['From', <EntityLink {...source} />],
          ['To', <EntityLink {...target} />],
          ['Days', hasKnownDays(reading) && <KnownDays days={reading} />],
        ]}
      />
      <Part name="evidence" heading="Evidence">
        <EvidenceList evidence={evidence} />
      </Part>
    </>
  );
}
