/** How lists show a standard or a part of one. */
import { EntityLink } from '../../view/links.tsx';
import { folded } from '../../view/parts.tsx';
import type { Part } from './asked.ts';

/** The items of a list that show without opening it. */
const SHOWN = 40;

/** A link to a standard or a part. Its text is the name. */
export const PartLink = ({ part: { id, name } }: { part: Pick<Part, 'id' | 'name'> }) => (
  <EntityLink id={id} label={name} />
);

/**
 * A list of parts of standards with their keys, because parts of different versions have the same name. Null if there
 * are no parts.
 */
export const partsList = (parts: readonly Pick<Part, 'id' | 'name' | 'key'>[]) =>
  folded(
    parts.map((part) => (
      <>
        <PartLink part={part} /> <code class="muted">{part.key}</code>
      </>
    )),
    SHOWN,
  );
