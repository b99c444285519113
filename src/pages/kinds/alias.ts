/** Another name leads to what it stands for; where that is several things, they are listed. */
import { type EntityKind, KIND } from '../../model/kinds.ts';
import { addressOf, nameOf } from '../address.ts';
import { question } from '../ask.ts';
import { html } from '../html.ts';
import { otherName } from '../json-ld.ts';
import type { PageKind } from '../page.ts';
import { neighborhoodOf, PICTURE, picture, type Surrounded } from '../picture.ts';
import { facts, inWords, linked, type Named, section } from '../pieces.ts';

const ALIAS = question<Surrounded & { node: Alias | null }, { id: string }>(
  `
query AliasPage($id: ID!) {
  node(id: $id) {
    ... on Alias {
      id
      name
      aliasKind
      denotes { id label kind summary ... on Term { shortDefinition } }
    }
  }
  ${neighborhoodOf()}
}`,
  PICTURE,
);

interface Alias {
  id: string;
  name: string;
  aliasKind: string;
  denotes: (Named & { kind: EntityKind; summary: string | null; shortDefinition?: string | null })[];
}

/** /alias/electronic-health-record */
export const alias: PageKind = {
  kind: 'ALIAS',
  async answer({ name, ask }) {
    const asked = await ask(ALIAS, { id: `Alias:${name}` });
    const found = asked.data.node;
    if (found === null) return null;
    const { id, name: title, aliasKind, denotes } = found;
    const [one, ...others] = denotes;
    if (one && others.length === 0) return { location: addressOf(one.id), forGood: false };
    const meanings = html`<dl class="cards">${denotes.map(
      (meant) =>
        html`<div><dt>${linked(meant)} <span class="muted">${KIND[meant.kind].words.one.toLowerCase()}</span></dt><dd>${meant.shortDefinition ?? meant.summary}</dd></div>\n`,
    )}</dl>`;
    return {
      ...{ id, title, asked, what: KIND.ALIAS.words.one, description: `Another name for ${denotes.length} things.` },
      jsonLd: otherName(nameOf(id), title),
      main: html`${section('denotes', 'May stand for', meanings)}${picture(asked.data)}`,
      aside: html`${facts([['Sort of name', inWords(aliasKind)]])}`,
    };
  },
};
