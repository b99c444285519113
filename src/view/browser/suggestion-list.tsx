/** The list under a search box: what it shows, and what it says. */
import { type EntityKind, KIND } from '../../model/kinds.ts';
import { nameOf } from '../address.ts';
import { KindShape } from '../shape.tsx';

/** A page that is suggested. */
export interface Suggested {
  kind: EntityKind;
  label: string;
  /** The address to which a choice leads. */
  href: string;
  /** What it is, in a word or two: "Term". */
  what: string;
  /** Another name that matched, or a sentence about it; '' if there is nothing to say. */
  about: string;
}

/** What a search box lists. */
export interface Suggestions {
  suggested: readonly Suggested[];
  /** Words that may have been meant. Choosing them searches again. */
  meant?: readonly string[];
  /** What else there is to say: that nothing was found, or how much more there is. */
  note?: string;
}

/** The fields of the API's suggestion that a list shows. */
export interface FoundName {
  entity: { id: string; kind: EntityKind; label: string; summary: string | null; vocabulary?: { name: string } };
  matchedAlias?: { name: string } | null;
}

/** A suggestion for an entity that the API found. Only the terms of other vocabularies have a slash in their names. */
export function suggested({ entity, matchedAlias }: FoundName, href: string): Suggested {
  const { id, kind, label, summary, vocabulary } = entity;
  const { one } = KIND[kind].words;
  return {
    ...{ kind, label, href },
    what: vocabulary && nameOf(id).includes('/') ? `${one} of ${vocabulary.name}` : one,
    about: matchedAlias ? `also called ${matchedAlias.name}` : (summary ?? ''),
  };
}

/** What readers of screens hear of a list. */
export function inWords({ suggested: { length }, meant: [words] = [], note = '' }: Suggestions): string {
  const count = length === 1 ? '1 suggestion.' : `${length === 0 ? 'No' : length} suggestions.`;
  const said = [length === 0 && note !== '' ? '' : count, note, words === undefined ? '' : `Did you mean ${words}?`];
  return said.filter((one) => one !== '').join(' ');
}

/** The options. Pages are links, so that a choice can be opened in a new tab. */
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
