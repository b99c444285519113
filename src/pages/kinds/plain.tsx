/**
 * Pages of kinds without a special design. They contain the summary, the facts from the descriptor, and the relations.
 */
import type { ComponentChildren } from 'preact';
import { document, type ResultOf } from '../../../schema/document.ts';
import { isDay } from '../../model/day.ts';
import { groupBy } from '../../model/group.ts';
import type { DescribedEntity, KindDescriptor } from '../../model/kinds/descriptor.ts';
import { type EntityKind, kindOf } from '../../model/kinds.ts';
import { ContentsAbove, ContentsBeside, type PageSection, PageSections } from '../../view/contents.tsx';
import { Day } from '../../view/days.tsx';
import { OutsideLink } from '../../view/links.tsx';
import { Crumbs, capital, Facts, inWords, list } from '../../view/parts.tsx';
import { relatedEntities } from '../../view/related-entities.tsx';
import { plainJsonLd } from '../json-ld.ts';
import { exploreAddress, NEIGHBORHOOD, PICTURE, Picture } from '../neighborhood.tsx';
import type { PageKind } from '../page.ts';
import { described } from '../preview.ts';

const RELATIONS = document(`
fragment Related on Entity {
  relations(first: 100) {
    edges { label node { id label kind summary } }
    totalCount
  }
}`);
type Relations = ResultOf<typeof RELATIONS>['relations'];

/** The pages that list the entities of a kind. */
const INDEXES: Readonly<Partial<Record<EntityKind, string>>> = { ORGANIZATION: '/organizations', RULE: '/rules' };

/** Selects what every entity has. `Facts` has a field for each fact of the kind. */
const PLAIN = `
query EntityPage($id: ID!) {
  node(id: $id) {
    ... on Entity { id label summary url ...Related }
    ...Facts
  }
  ${NEIGHBORHOOD}
}`;

/** The pages of a kind, such as /statute/21st-century-cures-act. */
export function plainPage(descriptor: KindDescriptor<EntityKind>, names: Readonly<Record<string, string>>): PageKind {
  const { kind, label, words } = descriptor;
  const fields = Object.keys(names);
  const page = document(PLAIN, document(`fragment Facts on ${label} { id ${fields.join(' ')} }`), RELATIONS, PICTURE);
  return {
    kind,
    async answer({ name, ask }) {
      const asked = await ask(page, { id: `${label}:${name}` });
      const found = asked.data.node;
      if (found === null || !('label' in found)) return null;
      const { id, label: title, summary, url, relations } = found;
      const aliases = relations.edges.filter(isAlias).map(({ node }) => node.label);
      const sections = sectionsOf(relations);
      const values: Readonly<Record<string, unknown>> = found;
      const known = Object.fromEntries(fields.map((field) => [field, factOf(values[field])]));
      return {
        ...{
          id,
          title,
          asked,
          what: words.one,
          description: summary ?? described(words.one, title, aliases.join(', ')),
        },
        ...(kind !== 'ORGANIZATION' && { area: 'law' as const }),
        crumbs: <Crumbs names={INDEXES[kind] ? [{ href: INDEXES[kind], name: words.many }] : []} />,
        jsonLd: plainJsonLd(descriptor, { id, label: title, summary, url, aliases, facts: known }),
        main: (
          <>
            {summary && <p class="lead">{summary}</p>}
            <Facts rows={[['Also known as', list(aliases)]]} />
            <ContentsAbove sections={sections} />
            <PageSections sections={sections} />
            {relations.totalCount > relations.edges.length && (
              <p class="note">
                This page shows {relations.edges.length} of {relations.totalCount} relations.{' '}
                <a href={exploreAddress(id)}>Explore all relations</a>
              </p>
            )}
            <Picture surroundings={asked.data.neighborhood} />
          </>
        ),
        aside: (
          <>
            <Facts
              rows={[
                ...fields.map((field) => [names[field] ?? field, shown(known[field] ?? null)] as const),
                ['Official page', url && <OutsideLink address={url}>Visit the official page</OutsideLink>],
              ]}
            />
            <ContentsBeside sections={sections} />
          </>
        ),
      };
    },
  };
}

const isAlias = ({ node }: Relations['edges'][number]): boolean => kindOf(node.id) === 'ALIAS';

/** A section for each way in which entities are related to this one: "Publishes", "Described by". */
const sectionsOf = ({ edges }: Relations): PageSection[] =>
  [
    ...groupBy(
      edges.filter((edge) => !isAlias(edge)),
      ({ label }) => label,
    ),
  ].map(([label, members], i) => ({
    id: `relation-${i}`,
    heading: capital(label),
    content: relatedEntities(members.map(({ node }) => node)),
  }));

type Fact = DescribedEntity['facts'][string];

const factOf = (value: unknown): Fact => (typeof value === 'string' || typeof value === 'number' ? value : null);

/** A day as people write it, an enum value in words, anything else as it is. */
function shown(fact: Fact): ComponentChildren {
  if (isDay(fact)) return <Day date={fact} />;
  return typeof fact === 'string' ? (/^[A-Z_]+$/.test(fact) ? inWords(fact) : capital(fact)) : fact;
}
