/** Forms for dates and names: fields in a row that wraps. They are GET forms, so they work without scripts. */
import type { ComponentChildren } from 'preact';

/** A form that submits to its own page. The result has an address that users can share. */
export const AskingForm = ({ action, children }: { action: string; children: ComponentChildren }) => (
  <form class="asking" method="get" action={action}>
    {children}
  </form>
);

/** What every field has. */
interface FieldProps {
  /** The name of the parameter, which is also the id of the field. */
  name: string;
  label: string;
}

/** A field for a date, with its label. */
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

/** A field for words. It uses all available width. */
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
  /** The id of the element that explains what is wrong with the value. Undefined if the value is valid. */
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
