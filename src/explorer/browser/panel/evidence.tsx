/** The evidence for a relation, and the dates on which the relation is known to be valid. */
import { Day } from '../../../view/days.tsx';
import { OutsideLink } from '../../../view/links.tsx';
import type { Evidence, Relation } from '../api/reading.ts';

const RULES = {
  AUTHORED: 'Entered by an author',
  PARSED: 'Parsed from the source by an importer',
  MATCHED: 'Found by its name in the text',
} as const;

/** Pieces of evidence, each with its source and the words that it quotes. */
export const EvidenceList = ({ evidence }: { evidence: readonly Evidence[] }) => (
  <ul class="evidence">
    {evidence.map(({ rule, quote, verified, source }) => (
      <li>
        {RULES[rule]}, from <OutsideLink address={source.url}>{source.name}</OutsideLink>
        {source.retrieved && (
          <>
            {' '}
            <span class="muted">
              retrieved <Day date={source.retrieved} />
            </span>
          </>
        )}
        {quote && (
          <>
            <q>{quote}</q>{' '}
            <span class="muted">
              {verified ? 'The quote was found in the source.' : 'The quote was not found in the source.'}
            </span>
          </>
        )}
      </li>
    ))}
  </ul>
);

type Days = Pick<Relation, 'validFrom' | 'validTo'>;

/** Whether any date of a relation is known. */
export const hasKnownDays = ({ validFrom, validTo }: Days): boolean => validFrom !== null || validTo !== null;

/** The dates on which a relation is known to be valid. The basis of these dates is not known. */
export const KnownDays = ({ days: { validFrom, validTo } }: { days: Days }) => (
  <>
    {validFrom !== null && (
      <>
        known from <Day date={validFrom} />
      </>
    )}
    {validFrom !== null && validTo !== null && ', '}
    {validTo !== null && (
      <>
        ended by <Day date={validTo} />
      </>
    )}
  </>
);
