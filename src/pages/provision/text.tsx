/** The official text of a section or paragraph as of a date, with links for its terms. */
import type { VNode } from 'preact';
import { type Passage, termsIn } from '../../view/law/passage.ts';
import { Passages } from '../../view/law/passages.tsx';
import { OutsideLink } from '../../view/links.tsx';
import { TermCards } from '../../view/term-cards.tsx';
import { type ProvisionFacts, shownVersion } from './asked.ts';

/** The text with its paragraphs, or the reason that there is no text. */
export function officialText(found: ProvisionFacts, passages: readonly Passage[], asOf: string | null): VNode {
  const isLatest = asOf === null || shownVersion(found, asOf)?.validTo === null;
  const hasText = passages.some(({ text }) => text !== null);
  return (
    <>
      <section class="official" aria-labelledby="text">
        <h2 id="text">Official text</h2>
        {hasText ? (
          <Passages passages={passages} asOf={asOf} withItalics={isLatest} />
        ) : (
          <NoText found={found} asOf={asOf} />
        )}
      </section>
      {hasText && <TermCards terms={termsIn(passages)} asOf={asOf} />}
    </>
  );
}

function NoText({ found, asOf }: { found: ProvisionFacts; asOf: string | null }) {
  if (found.reserved) return <p>[Reserved]</p>;
  if (found.coverage?.inForce === false) return <p>There is no text for this date.</p>;
  return (
    <p>
      {asOf === null
        ? 'The official text has not been imported. '
        : 'The official text for this date has not been imported. '}
      <OutsideLink address={found.url}>View in the eCFR</OutsideLink>
    </p>
  );
}
