/** The panel's content for a standard or a part of a standard: a sentence, its adoptions in the law, and its facts. */
import { today } from '../../../model/day.ts';
import { AdoptionLine } from '../../../view/adoption.tsx';
import { Facts, folded } from '../../../view/parts.tsx';
import { statedRows } from '../../../view/standard-facts.tsx';
import type { StandardReading } from '../api/reading.ts';
import { Part } from './pieces.tsx';

/** This many adoptions show at once. */
const FIRST = 6;

/**
 * @param asOf the date of the adoptions; null for today
 */
export const StandardParts = ({ standard, asOf }: { standard: StandardReading; asOf: string | null }) => (
  <>
    {standard.summary !== null && <p class="lead">{standard.summary}</p>}
    <Part name="adoptions" heading="Adopted by the law">
      {folded(
        standard.adoptions.map((one) => <AdoptionLine adoption={one} day={asOf ?? today()} />),
        FIRST,
      )}
    </Part>
    <Facts rows={[...statedRows(standard), ['Path', standard.path && <code>{standard.path}</code>]]} />
  </>
);
