/**
 * The page of an alias. Its address redirects to the entity to which the alias refers. If there are several such
 * entities, the page lists them.
 */
import { document } from '../../../schema/document.ts';
import { KIND } from '../../model/kinds.ts';
import { addressOf, nameOf } from '../../view/address.ts';
import { EntityLink } from '../../view/links.tsx';
import { cards, Facts, inWords, Section } from '../../view/parts.tsx';
import { KindName } from '../../view/shape.tsx';
import { otherName } from '../json-ld.ts';
import { NEIGHBORHOOD, PICTURE, Picture } from '../neighborhood.tsx';
import type { PageKind } from '../page.ts';

const ALIAS = document(
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
  ${NEIGHBORHOOD}
}`,
  PICTURE,
);

/** /alias/electronic-health-record */
export const alias: PageKind = {
  kind: 'ALIAS',
  async answer({ name, ask }) {
    const asked = await ask(ALIAS, { id: `Alias:${name}` });
    const found = asked.data.node;
    if (found === null || !('id' in found)) return null;
    const { id, name: title, aliasKind, denotes } = found;
    const [one, ...others] = denotes;
    if (one && others.length === 0) return { location: addressOf(one.id), forGood: false };
    const meanings = cards(
      denotes.map((meant) => ({
        name: (
          <>
            <EntityLink id={meant.id} label={meant.label} />{' '}
            <KindName kind={meant.kind} words={KIND[meant.kind].words.one.toLowerCase()} />
          </>
        ),
        about: ('shortDefinition' in meant && meant.shortDefinition) || meant.summary,
      })),
    );
    return {
      ...{ id, title, asked, what: KIND.ALIAS.words.one, description: `Another name for ${denotes.length} entities.` },
      jsonLd: otherName(nameOf(id), title),
      main: (
        <>
          <p class="lead">“{title}” is another name for several things.</p>
          <Section id="denotes" heading="Can refer to">
            {meanings}
          </Section>
          <Picture surroundings={asked.data.neighborhood} />
        </>
      ),
      aside: <Facts rows={[['Kind of name', inWords(aliasKind)]]} />,
    };
  },
};
