/** Links to provisions in a line, of which only the first have room. */
import { addressOf, sectionCitation } from './address.ts';
import { countOf } from './entries.tsx';

/** "§ 171.102, § 171.202, § 171.204 and 14 more provisions". One more than the line names is named, too. */
export function ProvisionsInLine({
  provisions,
  named,
  what = 'provision',
}: {
  provisions: readonly { id: string; citation: string }[];
  /** How many the line names. */
  named: number;
  /** What the others are called. */
  what?: string;
}) {
  const shown = provisions.length === named + 1 ? provisions : provisions.slice(0, named);
  return (
    <>
      {shown.map(({ id, citation }, i) => (
        <>
          {i > 0 && ', '}
          <a class="in-line" href={addressOf(id)}>
            {sectionCitation(citation)}
          </a>
        </>
      ))}
      {provisions.length > shown.length && ` and ${countOf(provisions.length - shown.length, `more ${what}`)}`}
    </>
  );
}
