/** The content of the page of an entity that an import removed. */
import type { VNode } from 'preact';
import { document } from '../../schema/document.ts';
import type { Gone } from '../model/gone.ts';
import { type EntityKind, KIND, LABEL_OF } from '../model/kinds.ts';
import { Day } from '../view/days.tsx';
import { relatedEntities } from '../view/related-entities.tsx';
import type { Ask } from './ask.ts';

const REMOVED = document('query Removed($id: ID!) { node(id: $id) { id } }');

const SUCCESSORS = document(
  'query Successors($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { label kind summary } } }',
);

/** The entity that was removed from this address. Undefined if there is none. */
export async function removedAt(ask: Ask, kind: EntityKind, name: string): Promise<Gone | undefined> {
  return (await ask(REMOVED, { id: `${LABEL_OF[kind]}:${name}` })).gone[0];
}

/** States when the entity was removed, which import removed it, and which entities replaced it. */
export async function removed(ask: Ask, { label, kind, removedBy, removedOn, successors }: Gone): Promise<VNode> {
  const found = successors.length === 0 ? [] : ((await ask(SUCCESSORS, { ids: [...successors] })).data.nodes ?? []);
  const named = relatedEntities(found.flatMap((one) => (one && 'label' in one ? [one] : [])));
  return (
    <>
      <p class="lead">
        The {KIND[kind].words.one.toLowerCase()} “{label}” was removed on <Day date={removedOn} />, because the import{' '}
        <code>{removedBy}</code> no longer contained it.
      </p>
      {named && (
        <>
          <h2>Replaced by</h2>
          {named}
        </>
      )}
    </>
  );
}
