/** The index of standards: families of standards with their versions, and the versions that the law adopts today. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { today } from '../../model/day.ts';
import { addressOf, sectionCitation } from '../../view/address.ts';
import { EntityLink } from '../../view/links.tsx';
import { Section } from '../../view/parts.tsx';
import { DayForm } from '../adopted/form.tsx';
import type { SitePage } from '../page.ts';
import { newestFirst } from '../standard/versions.ts';

/** All that this page asks: one statement. Elements would be thousands. */
const STANDARDS = document(`
query Standards($after: String) {
  standards(level: STANDARD, first: 100, after: $after) {
    totalCount
    edges {
      node {
        id
        key
        name
        summary
        adoptions { regulation { id citation } }
        children(level: VERSION, first: 100) {
          edges {
            node {
              id
              key
              name
              version
              adoptions { regulation { id citation } }
              children(first: 1) { totalCount }
            }
          }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`);

type Family = NonNullable<ResultOf<typeof STANDARDS>['standards']>['edges'][number]['node'];
type Version = Family['children']['edges'][number]['node'];

/** /standards */
export const standards: SitePage = {
  path: '/standards',
  canonicalParameters: ['after'],
  async answer({ given, ask }) {
    const after = given.get('after') || null;
    const asked = await ask(STANDARDS, { after });
    const found = asked.data.standards;
    const families = (found?.edges ?? [])
      .map(({ node }) => node)
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    const detailed = families.filter(hasParts);
    const next = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    return {
      title: 'Standards',
      description:
        'Health-IT standards such as FHIR, US Core, and USCDI, with their versions and the versions that the law adopts today.',
      area: 'standards',
      looks: 'wide',
      asked,
      main: (
        <>
          <p class="lead">
            {found?.totalCount ?? 0} standards, with their versions and the versions that federal rules adopt.
          </p>
          <DayForm request={{ on: today(), word: null, within: null }} />
          <Section id="detailed" heading="With their profiles, elements, and value sets">
            {detailed.length > 0 && <Families families={detailed} />}
          </Section>
          <Section id="others" heading={detailed.length > 0 ? 'Other standards' : 'All standards'}>
            {families.length > detailed.length && <Families families={families.filter((one) => !hasParts(one))} />}
          </Section>
          {next !== null && (
            <nav class="pager" aria-label="Pages of this list">
              <a rel="next" href={`/standards?after=${encodeURIComponent(next)}`}>
                Next page
              </a>
            </nav>
          )}
        </>
      ),
    };
  },
};

const versionsOf = ({ children }: Family): Version[] => newestFirst(children.edges.map(({ node }) => node));

const hasParts = (family: Family): boolean => versionsOf(family).some(({ children }) => children.totalCount > 0);

const Families = ({ families }: { families: readonly Family[] }) => (
  <dl class="families">
    {families.map((family) => (
      <div id={family.key}>
        <dt>
          <EntityLink id={family.id} label={family.name} />
        </dt>
        <dd>
          {family.summary && <p>{family.summary}</p>}
          <Versions versions={versionsOf(family)} />
          <AdoptedVersions family={family} />
        </dd>
      </div>
    ))}
  </dl>
);

const Versions = ({ versions }: { versions: readonly Version[] }) =>
  versions.length === 0 ? null : (
    <p class="muted">
      {versions.length === 1 ? 'Version ' : 'Versions '}
      {versions.map(({ id, name, version }, i) => (
        <>
          {i > 0 && ', '}
          <EntityLink id={id} label={version ?? name} />
        </>
      ))}
    </p>
  );

/** The standard itself or the versions of it that the law adopts today, each with the provisions that adopt it. */
function AdoptedVersions({ family }: { family: Family }) {
  const adopted = [
    ...(family.adoptions.length > 0 ? [{ id: family.id, words: family.name, adoptions: family.adoptions }] : []),
    ...versionsOf(family)
      .filter(({ adoptions }) => adoptions.length > 0)
      .map(({ id, name, version, adoptions }) => ({ id, words: version ?? name, adoptions })),
  ];
  return adopted.length === 0 ? null : (
    <p class="adopted-mark">
      Adopted today:{' '}
      {adopted.map(({ id, words, adoptions }, i) => (
        <>
          {i > 0 && '; '}
          <EntityLink id={id} label={words} /> at{' '}
          {adoptions.map(({ regulation }, j) => (
            <>
              {j > 0 && ', '}
              <a href={addressOf(regulation.id)}>{sectionCitation(regulation.citation)}</a>
            </>
          ))}
        </>
      ))}
    </p>
  );
}
