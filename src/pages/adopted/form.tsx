/** A form with a day and a word, and an explanation of "adopted". */
import { Actions, AskingForm, DayField, WordsField } from '../../view/asking.tsx';
import { type AdoptedRequest, adoptedAddress } from './request.ts';

/** A form for another day or word. */
export const DayForm = ({
  request: { on, word, within },
}: {
  request: Pick<AdoptedRequest, 'on' | 'word' | 'within'>;
}) => (
  <AskingForm action="/adopted">
    <DayField name="on" label="Date" value={on} isRequired />
    <WordsField
      name="for"
      label="Term, standard, or data class"
      value={word}
      placeholder="All, or a name such as EHI or US Core"
    />
    {within !== null && <input type="hidden" name="within" value={within} />}
    <Actions>
      <button type="submit">Show</button>
      <a class="button" href={adoptedAddress({ on, word, within, format: 'csv' })}>
        Download CSV
      </a>
    </Actions>
  </AskingForm>
);

/** An explanation of what the page states and does not state. */
export const Meaning = () => (
  <details class="meaning">
    <summary>What “adopted” means here</summary>
    <p>
      A regulation adopts a version of a standard when it makes the version available to other rules, often for a
      limited time. Several versions can be adopted on the same date. The certification criterion that refers to the
      adopted version determines what a certified module must meet, and notices can change when the requirement is
      enforced. Each entry shows how certain the text of the provision is on the date. This page covers only the
      imported law, and it is not legal advice.
    </p>
  </details>
);
