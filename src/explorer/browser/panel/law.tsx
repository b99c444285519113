/** The official text of a provision, with the certainty of the text on the date and the meanings of the terms in it. */
import { Day } from '../../../view/days.tsx';
import { Known } from '../../../view/law/certainty.tsx';
import { termsIn } from '../../../view/law/passage.ts';
import { Passages } from '../../../view/law/passages.tsx';
import { TermCards } from '../../../view/term-cards.tsx';
import type { Law } from '../api/reading.ts';
import { Part } from './pieces.tsx';

/**
 * @param asOf the date of the text; null for today
 */
export function OfficialText({
  law: { passages, coverage, versions },
  asOf,
  isReserved,
}: {
  law: Law;
  asOf: string | null;
  isReserved: boolean;
}) {
  const isLatest =
    asOf === null || versions.some(({ validFrom, validTo }) => validTo === null && (validFrom ?? '') <= asOf);
  return (
    <>
      <div class="official">
        <Part name="text" heading="Official text">
          {asOf !== null && (
            <p>
              As of <Day date={asOf} />.
            </p>
          )}
          <Known coverage={coverage} />
          {passages.some(({ text, reserved }) => text || reserved) ? (
            <Passages passages={passages} asOf={asOf} withItalics={isLatest} />
          ) : (
            <p>{missing(asOf, isReserved)}</p>
          )}
        </Part>
      </div>
      <TermCards terms={termsIn(passages)} where="in this text" asOf={asOf} />
    </>
  );
}

const missing = (asOf: string | null, isReserved: boolean): string =>
  isReserved ? '[Reserved]' : `The official text ${asOf === null ? 'has' : 'for this date has'} not been imported.`;
