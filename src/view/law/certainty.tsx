/** Shows how certain it is that a text was in force on a day, in words and in color, with the reason. */
import type { ComponentChildren } from 'preact';
import type { Certainty } from '../../model/certainty.ts';
import { Day } from '../days.tsx';

/** The coverage of a provision on a day, as returned by the API. */
export interface Coverage {
  certainty: Certainty;
  /** Null if it cannot be known. */
  inForce: boolean | null;
  /** The number of sections within the provision whose text on the day is uncertain or unknown. */
  missing: number;
  /** One or two sentences, with dates in ISO 8601. */
  reason: string;
}

/** Each degree of certainty, surest first, with the words for it and what it means. */
const DEGREES: readonly (readonly [certainty: Certainty, word: string, meaning: string])[] = [
  [
    'OBSERVED',
    'Observed',
    'An edition of that date has this text, or the editions before and after that date have this text and no amendment between them is known.',
  ],
  [
    'DERIVED',
    'Derived',
    'No edition of that date is imported, but a complete list of amendments determines which text was in force.',
  ],
  ['PRESUMED', 'Presumed', 'The date is later than the latest imported edition, and no later amendment is known.'],
  [
    'UNCERTAIN',
    'Uncertain',
    'The editions before and after the date differ, or an amendment may have changed the text in an unknown way.',
  ],
  ['UNKNOWN', 'Unknown', 'No imported edition covers the date or the provision.'],
];

/** The word for a degree of certainty in its color, such as "Observed" or "Uncertain". */
export const CertaintyWord = ({ certainty }: { certainty: Certainty }) => (
  <strong class={`certainty ${certainty.toLowerCase()}`}>
    {DEGREES.find(([name]) => name === certainty)?.[1] ?? certainty}
  </strong>
);

/** A sentence from the API in which the ISO 8601 dates are written in words. */
export const WithDays = ({ children }: { children: string }) => (
  <>
    {children
      .split(/(\d{4}-\d{2}-\d{2})/)
      .map((piece, i): ComponentChildren => (i % 2 === 0 ? piece : <Day date={piece} />))}
  </>
);

/** The coverage of a provision on a day: the degree of certainty, the reason, and whether it was in force. */
export const Known = ({ coverage: { certainty, inForce, missing, reason } }: { coverage: Coverage }) => (
  <p class="known">
    <CertaintyWord certainty={certainty} /> <WithDays>{reason}</WithDays>
    {inForce === false && ' This provision was not in force on that date.'}
    {inForce === null && missing === 0 && ' It is not known whether the provision was in force on that date.'}
  </p>
);

/** A folded explanation of the words for certainty. */
export const DegreesOfCertainty = ({ certainty }: { certainty: Certainty }) => (
  <details class="degrees">
    <summary>What “{DEGREES.find(([name]) => name === certainty)?.[1].toLowerCase()}” means here</summary>
    <dl>
      {DEGREES.map(([name, , meaning]) => (
        <div aria-current={name === certainty ? 'true' : undefined}>
          <dt>
            <CertaintyWord certainty={name} />
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </details>
);
