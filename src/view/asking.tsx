/** The forms that ask for days and names: fields in a row that wraps. They are GET forms, which work without scripts. */
import type { ComponentChildren } from 'preact';

/** A form that asks its own page again. Its answer has an address that can be shared. */
export const AskingForm = ({ action, children }: { action: string; children: ComponentChildren }) => (
  <form class="asking" method="get" action={action}>
    {children}
  </form>
);

/** What every field has. */
interface FieldProps {
  /** The name of the parameter. It is the id of the field, too. */
  name: string;
  label: string;
}

/** A field for a day, with its label. */
export const DayField = ({
  name,
  label,
  value,
  isRequired = false,
}: FieldProps & { value: string | null; isRequired?: boolean }) => (
  <p class="field">
    <label for={name}>{label}</label>
    {/* Without a last day, browsers take years of six digits. */}
    <input type="date" id={name} name={name} value={value ?? ''} max="9999-12-31" required={isRequired} />
  </p>
);

/** A field for words, as wide as there is room. */
export const WordsField = ({
  name,
  label,
  value,
  placeholder,
  suggestions,
  problem,
}: FieldProps & {
  value: string | null;
  placeholder: string;
  /** The id of a `<datalist>`. */
  suggestions?: string;
  /** The id of the element that says what is wrong with the value; undefined if nothing is. */
  problem?: string | undefined;
}) => (
  <p class="field wide-field">
    <label for={name}>{label}</label>
    <input
      type="text"
      id={name}
      name={name}
      value={value ?? ''}
      placeholder={placeholder}
      list={suggestions}
      maxlength={200}
      autocomplete="off"
      aria-invalid={problem === undefined ? undefined : 'true'}
      aria-describedby={problem}
    />
  </p>
);

/** The buttons at the end of a form. */
export const Actions = ({ children }: { children: ComponentChildren }) => <p class="field actions">{children}</p>;
