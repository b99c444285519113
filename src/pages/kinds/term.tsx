/** The page of a term. */
import { addressOf, nameOf } from '../../view/address.ts';
import { CitePage } from '../../view/cite.tsx';
import { ContentsAbove, ContentsBeside, type PageSection, PageSections } from '../../view/contents.tsx';
import { Day } from '../../view/days.tsx';
import { EntityLink } from '../../view/links.tsx';
import { Crumbs, Facts, list } from '../../view/parts.tsx';
import { Sources } from '../../view/sources.tsx';
import { TermCards } from '../../view/term-cards.tsx';
import { Turning } from '../../view/turning.tsx';
import type { AskedOf } from '../ask.ts';
import { Picture } from '../neighborhood.tsx';
import type { Page, PageKind } from '../page.ts';
import { preview } from '../preview.ts';
import { citedOn, type FindCited } from '../term/citations.ts';
import { definitionsIn } from '../term/definitions.tsx';
import { mentionsByPart } from '../term/mentions.tsx';
import { claimsIn, proseSections, sourcesOf, takeaways, termsIn } from '../term/prose.tsx';
import { type FoundTerm, type LegalDefinition, TERM } from '../term/query.ts';
import { contrasts, Elsewhere, relatedCards, vocabularyOf } from '../term/related.tsx';

/** /term/emr-vs-ehr */
export const term: PageKind = {
  kind: 'TERM',
  async answer({ name, ask, site }) {
    const slug = name.toLowerCase();
    if (slug !== name) return { location: addressOf(`Term:${slug}`), forGood: true };
    const asked = await ask(TERM, { slug, id: `Term:${slug}` });
    const { term: found, law } = asked.data;
    return found && pageOf(found, asked, { site, cited: await citedOn(found, law, ask) });
  },
};

function pageOf(
  found: FoundTerm,
  asked: AskedOf<typeof TERM>,
  { site, cited }: { site: string; cited: FindCited },
): Page {
  const { id, name, shortDefinition, vocabulary } = found;
  const { law, neighborhood } = asked.data;
  const sections = sectionsOf(found, asked, cited);
  return {
    ...{ id, what: 'Term', title: name, jsonLd: found.jsonLd, asked, area: 'terms' },
    description: shortDefinition ?? inTheLaw(law?.definitions ?? []),
    crumbs: <Crumbs names={[{ href: '/terms', name: 'Terms' }]} />,
    previous: law?.previous ? addressOf(law.previous.id) : undefined,
    next: law?.next ? addressOf(law.next.id) : undefined,
    main: (
      <>
        {shortDefinition && <p class="lead">{shortDefinition}</p>}
        <Names found={found} />
        <ContentsAbove sections={sections} />
        <PageSections sections={sections} />
        <Elsewhere name={found.name} mappings={found.mappings} />
        <Picture surroundings={neighborhood} />
        <TermCards terms={termsIn(found)} />
        <CitePage
          page={{
            title: name,
            from: vocabulary.key === 'law' ? 'Glossograph' : vocabulary.name,
            address: site === '' ? `urn:glossograph:term:${encodeURI(nameOf(id))}` : `${site}${addressOf(id)}`,
            reviewedOn: found.reviewedOn,
            key: nameOf(id),
          }}
        />
        <Turning previous={law?.previous} next={law?.next} words="Previous and next term" />
      </>
    ),
    aside: (
      <>
        <Glance found={found} />
        <ContentsBeside sections={sections} />
      </>
    ),
  };
}

/** What a term means that is known from the law only: "45 CFR 171.102(Actor): Actor means …". */
function inTheLaw([first]: readonly LegalDefinition[]): string | null {
  if (first === undefined) return null;
  return preview(`${first.regulation.citation}: ${first.text}`);
}

/** The sections in the order of the page; those without content have null. */
function sectionsOf(found: FoundTerm, { data: { law } }: AskedOf<typeof TERM>, cited: FindCited): PageSection[] {
  const sources = sourcesOf(found);
  return [
    { id: 'takeaways', heading: 'Key takeaways', content: takeaways(found.keyTakeaways, cited) },
    ...proseSections(found, cited),
    { id: 'law', heading: 'Definitions in the law', content: definitionsIn(law?.definitions ?? []) },
    {
      id: 'mentioned',
      heading: (
        <>
          Mentioned in the law <span class="muted">{found.mentionedIn.totalCount}</span>
        </>
      ),
      name: 'Mentioned in the law',
      content: mentionsByPart(found.name, found.mentionedIn),
    },
    { id: 'related', heading: 'Related terms', content: relatedCards(found) },
    {
      id: 'sources',
      heading: 'Sources',
      content: sources.length === 0 ? null : <Sources sources={sources} claimsOf={claimsIn(found)} />,
    },
  ];
}

/** What readers call the kinds of other names. */
const ALIAS_WORDS = {
  ABBREVIATION: 'abbreviation',
  EXPANSION: 'full form',
  SYNONYM: 'synonym',
  VARIANT: 'variant',
} as const;

/** The other names of a term, and the terms that it is not. */
function Names({ found }: { found: FoundTerm }) {
  return (
    <Facts
      rows={[
        [
          'Also known as',
          list(
            found.aliases.map(({ name, aliasKind }) => (
              <>
                {name} <span class="muted">{ALIAS_WORDS[aliasKind]}</span>
              </>
            )),
          ),
        ],
        ['Not to be confused with', list(contrasts(found))],
      ]}
    />
  );
}

/** Facts beside the text. */
function Glance({ found }: { found: FoundTerm }) {
  return (
    <Facts
      rows={[
        ['Last reviewed', found.reviewedOn && <Day date={found.reviewedOn} />],
        ['Category', found.category],
        ['Vocabulary', vocabularyOf(found)],
        ['Describes', list(found.about.edges.map(({ node }) => <EntityLink id={node.id} label={node.label} />))],
      ]}
    />
  );
}
