/**
 * The page of a standard, a version, or a part of one: what it is, which provisions require it, and what it contains.
 */
import { today } from '../../model/day.ts';
import { addressOf } from '../../view/address.ts';
import { AdoptionLine } from '../../view/adoption.tsx';
import { EntityLink } from '../../view/links.tsx';
import { Crumbs, cards, inWords, list, Section } from '../../view/parts.tsx';
import { creativeWork } from '../json-ld.ts';
import { Picture } from '../neighborhood.tsx';
import type { EntityPageRequest, Page } from '../page.ts';
import { described } from '../preview.ts';
import { ELEMENTS, type FoundStandard, REQUIRED, STANDARD } from './asked.ts';
import { CompareWith } from './compare-links.tsx';
import { Contents } from './contents.tsx';
import { Elements } from './elements.tsx';
import { StandardFacts } from './facts.tsx';
import { partsList } from './part.tsx';
import { RequiredBy } from './required.tsx';
import { typeLinks, typeNames } from './types.ts';

/** Levels whose parts are elements, so that their page is a table. */
const STRUCTURES: readonly FoundStandard['level'][] = ['PROFILE', 'RESOURCE', 'DATA_TYPE', 'LOGICAL_MODEL'];

/** Creates the page of a standard. Null if no standard has the key. */
export async function standardPage({ name, after, given, ask }: EntityPageRequest): Promise<Page | null> {
  const asked = await ask(STANDARD, { key: name, id: `Standard:${name}`, after });
  const found = asked.data.standard;
  if (found === null) return null;
  const isPart = found.level !== 'STANDARD' && found.level !== 'VERSION';
  const hasElements = found.children.edges.some(({ node }) => node.level === 'ELEMENT');
  const [required, elements] = await Promise.all([
    isPart ? ask(REQUIRED, { key: name }).then(({ data }) => data.standard) : null,
    hasElements ? ask(ELEMENTS, { key: name, after }).then(({ data }) => data.standard?.elements ?? null) : null,
  ]);
  const types = await typeLinks(found, typeNames(found, elements), ask);
  const { id, key, version, canonical, date, url, summary, ancestors, level } = found;
  const day = today();
  return {
    id,
    what: inWords(level),
    title: found.name,
    description: summary ?? described(inWords(level), found.name, ancestors.map((one) => one.name).join(', ')),
    area: 'standards',
    looks: STRUCTURES.includes(level) ? 'wide' : 'reading',
    crumbs: (
      <Crumbs
        names={[
          { href: '/standards', name: 'Standards' },
          ...ancestors.map((one) => ({ href: addressOf(one.id), name: one.name })),
        ]}
      />
    ),
    asked,
    jsonLd: creativeWork({
      ...{ key, name: found.name, version, date, summary, url: url ?? canonical },
      within: ancestors.at(-1),
    }),
    main: (
      <>
        {summary && <p class="lead">{summary}</p>}
        <CompareWith standard={found} />
        <Section id="adoptions" heading="Adopted by the law">
          {level === 'VERSION' && found.adoptions.length === 0 ? (
            <p>The graph has no adoption of this version that is in force today.</p>
          ) : (
            list(
              found.adoptions.map((adoption) => <AdoptionLine adoption={adoption} day={day} />),
              'adoptions',
            )
          )}
          {found.adoptions.length > 0 && (
            <p class="note">
              <a href="/adopted">What the law adopts on a given date</a>
            </p>
          )}
        </Section>
        {required && <RequiredBy standard={required} />}
        <Contents standard={found} after={after} />
        {elements && (
          <Elements
            standard={found}
            elements={elements}
            types={types}
            isDifferential={given.get('view') === 'differential'}
            isAfterFirst={after !== null}
          />
        )}
        <Section id="terms" heading="Terms">
          {cards(found.terms.map((term) => ({ name: <EntityLink {...term} />, about: term.shortDefinition })))}
        </Section>
        <Section id="maps-to" heading="Maps to">
          {partsList(found.mapsTo)}
        </Section>
        <Section id="mapped-from" heading="Mapped from">
          {partsList(found.mappedFrom)}
        </Section>
        <Section id="implements" heading="Builds on">
          {partsList(found.implements)}
        </Section>
        <Section id="implemented-by" heading="Basis for">
          {partsList(found.implementedBy)}
        </Section>
        <Section id="unmapped" heading="Not matched to any entry">
          {list(found.unmapped)}
        </Section>
        <Picture surroundings={asked.data.neighborhood} />
      </>
    ),
    aside: <StandardFacts standard={found} types={types} />,
  };
}
