/** The list under a search box: its options, and its announcements. */
import { type EntityKind, KIND } from '../../model/kinds.ts';
import { nameOf } from '../address.ts';
import { KindShape } from '../shape.tsx';

/** A suggested page. */
export interface Suggested {
  kind: EntityKind;
  label: string;
  /** The address to which the option leads. */
  href: string;
  /** The kind of page in one or two words, such as "Term". */
  what: string;
  /** Another matching name, or a sentence about the page. Empty if there is neither. */
  about: string;
}

/** The suggestions in the list of a search box. */
export interface Suggestions {
  suggested: readonly Suggested[];
  /** Words that the reader might have meant. Choosing them starts a new search. */
  meant?: readonly string[];
  /** An additional message: that nothing was found, or how many more results there are. */
  note?: string;
}

/** The fields of the API's suggestion that a list displays. */
export interface FoundName {
  entity: { id: string; kind: EntityKind; label: string; summary: string | null; vocabulary?: { name: string } };
  matchedAlias?: { name: string } | null;
}

/** A suggestion for an entity that the API found. Only terms from other vocabularies have a slash in their names. */
export function suggested({ entity, matchedAlias }: FoundName, href: string): Suggested {
  const { id, kind, label, summary, vocabulary } = entity;
  const { one } = KIND[kind].words;
  return {
    ...{ kind, label, href },
    what: vocabulary && nameOf(id).includes('/') ? `${one} of ${vocabulary.name}` : one,
    about: matchedAlias ? `also called ${matchedAlias.name}` : (summary ?? ''),
  };
}

/** The announcement of a list for screen readers. */
export function inWords({ suggested: { length }, meant: [words] = [], note = '' }: Suggestions): string {
  const count = length === 1 ? '1 suggestion.' : `${length === 0 ? 'No' : length} suggestions.`;
  const said = [length === 0 && note !== '' ? '' : count, note, words === undefined ? '' : `Did you mean ${words}?`];
  return said.filter((one) => one !== '').join(' ');
}

/** The options. Pages are links, so readers can open an option in a new tab. */
export function Options({
  id,
  suggested,
  meant = [],
  note = '',
  active,
  typed,
  searchFor,
}: Suggestions & { id: string; active: number; typed: string; searchFor(words: string): void }) {
  return (
    <>
      {meant.map((words, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box
        <div
          key={words}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          onClick={() => searchFor(words)}
        >
          <span class="named">
            Did you mean <strong>{words}</strong>?
          </span>
        </div>
      ))}
      {suggested.map(({ kind, label, href, what, about }, i) => (
        <a
          key={href}
          id={`${id}-${meant.length + i}`}
          role="option"
          href={href}
          tabIndex={-1}
          aria-selected={meant.length + i === active}
        >
          <KindShape kind={kind} />
          <span class="named">
            <Begun label={label} typed={typed} />
          </span>
          <span class="about">{about === '' ? what : `${what}: ${about}`}</span>
        </a>
      ))}
      {note !== '' && (
        <div role="option" aria-disabled="true" aria-selected="false" tabIndex={-1}>
          <span class="about">{note}</span>
        </div>
      )}
    </>
  );
}

/** A name of which the typed beginning is marked. */
function Begun({ label, typed }: { label: string; typed: string }) {
  if (!label.toLowerCase().startsWith(typed.toLowerCase())) return <>{label}</>;
  return (
    <>
      <mark>{label.slice(0, typed.length)}</mark>
      {label.slice(typed.length)}
    </>
  );
}
