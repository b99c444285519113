/** Links to provisions in one line, which has space only for the first ones. */
import { addressOf, sectionCitation } from './address.ts';
import { countOf } from './entries.tsx';

/**
 * A line such as "§ 171.102, § 171.202, § 171.204 and 14 more provisions". If only one provision would be left, the
 * line names it, too.
 */
export function ProvisionsInLine({
  provisions,
  named,
  what = 'provision',
}: {
  provisions: readonly { id: string; citation: string }[];
  /** The maximum number of provisions that the line names. */
  named: number;
  /** The noun for the remaining ones. */
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
