/** The form on the page of changes: the provision, the period, and the kinds of changes. */
import { CHANGE_KINDS, type ChangeKind } from '../../model/change.ts';
import { Actions, AskingForm, DayField, WordsField } from '../../view/asking.tsx';
import type { FoundPart } from './asked.ts';
import type { ChangesAsked } from './question.ts';

const NAMES: Readonly<Record<ChangeKind, string>> = {
  ADDED: 'Added',
  REMOVED: 'Removed or reserved',
  TEXT: 'Text',
  HEADING: 'Headings',
  DEFINITION: 'Definitions',
  CITATION: 'Citations',
  EXCEPTION: 'Exceptions',
  ADOPTION: 'Adopted standards',
  STANDARD: 'Versions of standards',
};

/** The contents of the form. */
export interface ChangesFormProps {
  asked: ChangesAsked;
  from: string;
  to: string;
  parts: readonly FoundPart[];
  /** Whether the address specified the kinds. */
  namesKinds: boolean;
}

/** A form for a provision, a period, and kinds of changes. */
export function ChangesForm({ asked, from, to, parts, namesKinds }: ChangesFormProps) {
  const { within, unread, kinds, isOldestFirst } = asked;
  return (
    <AskingForm action="/changes">
      <WordsField
        name="within"
        label="Part or section"
        value={unread ?? within}
        placeholder="All imported law"
        suggestions="parts"
        problem={unread === null ? undefined : 'within-error'}
      />
      <datalist id="parts">
        {parts.map(({ citation, heading }) => (
          <option value={citation}>{heading}</option>
        ))}
      </datalist>
      <DayField name="from" label="From" value={from} />
      <DayField name="to" label="To" value={to} />
      {isOldestFirst && <input type="hidden" name="order" value="oldest" />}
      <Actions>
        <button type="submit">Show changes</button>
      </Actions>
      {unread !== null && (
        <p class="problem" id="within-error" role="alert">
          “{unread}” is not a citation. Enter a part or a section, such as 45 CFR Part 171 or 45 CFR 171.301.
        </p>
      )}
      <details open={namesKinds}>
        <summary>Kinds of changes</summary>
        <fieldset>
          <legend class="unseen">Kinds of changes</legend>
          {CHANGE_KINDS.map((kind) => (
            <label>
              <input type="checkbox" name="kinds" value={kind} checked={kinds.includes(kind)} /> {NAMES[kind]}
            </label>
          ))}
        </fieldset>
      </details>
    </AskingForm>
  );
}
