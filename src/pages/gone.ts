/** The content of the page of an entity that an import removed. */
import { document } from '../../schema/document.ts';
import type { Gone } from '../model/gone.ts';
import { type EntityKind, KIND, LABEL_OF } from '../model/kinds.ts';
import type { Ask } from './ask.ts';
import { day } from './days.ts';
import { type Html, html } from './html.ts';
import { linked, list } from './pieces.ts';

const REMOVED = document('query Removed($id: ID!) { node(id: $id) { id } }');

const SUCCESSORS = document('query Successors($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { label } } }');

/** What was removed under this address; undefined if nothing was. */
export async function removedAt(ask: Ask, kind: EntityKind, name: string): Promise<Gone | undefined> {
  return (await ask(REMOVED, { id: `${LABEL_OF[kind]}:${name}` })).gone[0];
}

/** Says when it was removed, by which import, and what took its place. */
export async function removed(ask: Ask, { label, kind, removedBy, removedOn, successors }: Gone): Promise<Html> {
  const found = successors.length === 0 ? [] : ((await ask(SUCCESSORS, { ids: [...successors] })).data.nodes ?? []);
  const named = found.flatMap((one) => (one && 'label' in one ? [linked({ id: one.id, label: one.label })] : []));
  return html`<p class="lead">The ${KIND[kind].words.one.toLowerCase()} “${label}” was removed on ${day(removedOn)}, because the import <code>${removedBy}</code> no longer contained it.</p>${
    named.length === 0 ? null : html`<h2>It continues as</h2>${list(named, 'meant')}`
  }`;
}
