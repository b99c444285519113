/** A list of entities, each with its kind and a line about it. */
import { type EntityKind, KIND } from '../model/kinds.ts';
import { EntityLink } from './links.tsx';
import { list } from './parts.tsx';
import { KindShape } from './shape.tsx';

/** The data about an entity of any kind that a list displays. */
export interface ListedEntity {
  id: string;
  label: string;
  kind: EntityKind;
  summary: string | null;
}

/** This many entities are in sight. */
const SHOWN = 20;

/** A list of entities of any kind. The first ones are visible, and the rest are folded. Null if there are none. */
export function relatedEntities(entities: readonly ListedEntity[]) {
  const rest = list(entities.slice(SHOWN).map(item), 'entities');
  return entities.length === 0 ? null : (
    <>
      {list(entities.slice(0, SHOWN).map(item), 'entities')}
      {rest && (
        <details>
          <summary>{entities.length - SHOWN} more</summary>
          {rest}
        </details>
      )}
    </>
  );
}

const item = ({ id, label, kind, summary }: ListedEntity) => (
  <>
    <KindShape kind={kind} />
    <div>
      <EntityLink id={id} label={label} /> <span class="muted">{KIND[kind].words.one.toLowerCase()}</span>
      {summary && <p class="muted">{summary}</p>}
    </div>
  </>
);
