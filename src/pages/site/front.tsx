/** The home page: what the site is, one search, and links to its areas. */
import { addressOf } from '../../view/address.ts';
import { Day } from '../../view/days.tsx';
import { countOf, inDigits } from '../../view/entries.tsx';
import { calmHeading } from '../../view/heading.ts';
import { Letters } from '../../view/letters.tsx';
import { list, Section } from '../../view/parts.tsx';
import { ProvisionsInLine } from '../../view/provisions-in-line.tsx';
import { LargeSearch } from '../../view/search-box.tsx';
import type { SitePage } from '../page.ts';
import { remembered } from '../remembered.ts';
import { type FrontFacts, frontFacts } from './front-facts.ts';
import { changedLately, type LatelyChanged } from './lately.ts';
import { aroundTerms } from './terms.tsx';
import { OWN_VOCABULARIES, termsAddress } from './terms-asked.ts';

/** / */
export const front: SitePage = {
  path: '/',
  async answer({ given, ask }) {
    if (EXPLORED.some((name) => given.has(name))) return { location: `/explore?${given}`, forGood: true };
    const { facts, lately, around } = await shown(ask);
    return {
      title: 'Glossograph: health-IT terms, law, and standards',
      heading: 'Health-IT terms, the law that defines them, and the standards behind them.',
      description:
        'Look up health-IT terms, read the regulations that define them, and follow the standards behind them.',
      looks: 'front',
      main: (
        <>
          <LargeSearch />
          <p class="examples">
            <span class="muted">Try</span>
            {QUESTIONS.map((question) => (
              <a href={`/search?${new URLSearchParams({ q: question })}`}>{question}</a>
            ))}
          </p>
          <div class="ways">
            <div>
              <Section id="a-to-z" heading={<a href="/terms">Terms from A to Z</a>}>
                <Letters hrefOf={(letter) => termsAddress({ letter })} />
                <Vocabularies vocabularies={around.vocabularies ?? []} />
              </Section>
              <Section id="law" heading={<a href="/regulations">The law</a>}>
                <Law facts={facts} />
              </Section>
            </div>
            <div>
              <Section id="standards" heading={<a href="/standards">Standards, and the versions adopted today</a>}>
                <Standards facts={facts} />
              </Section>
              <Section id="lately" heading={<a href="/changes">Recent changes</a>}>
                {list(
                  lately.slice(0, CHANGES).map((one) => <Changed changed={one} />),
                  'lately',
                )}
              </Section>
            </div>
          </div>
          <p class="own-tools">
            For your own tools: the <a href="/graphql">GraphQL API</a>,{' '}
            <a href="/graph/jsonl" rel="nofollow">
              exports
            </a>{' '}
            of the whole graph, and an <a href="/changes.atom">Atom feed</a> of changes.
          </p>
        </>
      ),
    };
  },
};

/** Everything that the front door shows, so that one small query tells whether it still holds. */
const shown = remembered(async (ask) => ({
  facts: await frontFacts(ask),
  lately: await changedLately(ask),
  around: await aroundTerms(ask),
}));

/** Parameters of the explorer, which was at this address before. */
const EXPLORED = [
  ...['of', 'graph', 'from', 'to', 'see', 'edge', 'open', 'close', 'hide', 'pin'],
  ...['depth', 'limit', 'cap', 'layout', 'day'],
];

/** Questions that the search answers. */
const QUESTIONS = [
  'What is information blocking?',
  'When may a fee be charged for access?',
  'Which version of US Core is required today?',
];

/** The changes that the front door tells. */
const CHANGES = 4;
/** The vocabularies of others that the front door names. */
const VOCABULARIES = 4;
/** The changed sections that a line names. */
const NAMED = 3;

function Vocabularies({ vocabularies }: { vocabularies: readonly { key: string; name: string; termCount: number }[] }) {
  const own = vocabularies.filter(({ key }) => OWN_VOCABULARIES.includes(key));
  const others = vocabularies.filter(({ key }) => !OWN_VOCABULARIES.includes(key));
  return (
    <p class="muted">
      {countOf(
        own.reduce((sum, { termCount }) => sum + termCount, 0),
        'term',
      )}{' '}
      of health IT and its law.
      {others.length > 0 && ' Other vocabularies: '}
      {others.slice(0, VOCABULARIES).map(({ key, name, termCount }, i) => (
        <>
          {i > 0 && ', '}
          <a href={termsAddress({ vocabulary: key })}>{name}</a> ({inDigits(termCount)})
        </>
      ))}
      {others.length > VOCABULARIES && (
        <>
          , and <a href="/vocabularies">{countOf(others.length - VOCABULARIES, 'more', 'more')}</a>
        </>
      )}
    </p>
  );
}

const Law = ({ facts: { parts, partCount } }: { facts: FrontFacts }) => (
  <>
    {list(
      parts.map(({ id, citation, heading }) => (
        <>
          <a href={addressOf(id)}>{citation}</a>
          {heading && <span class="heading"> {calmHeading(heading)}</span>}
        </>
      )),
      'lines',
    )}
    {partCount > parts.length && (
      <p>
        <a href="/regulations">All {countOf(partCount, 'part')}</a>
      </p>
    )}
  </>
);

/** Each standard, and the versions that the law adopts today. */
const Standards = ({ facts: { standards } }: { facts: FrontFacts }) => (
  <>
    {list(
      standards.map(({ id, name, adopted }) => (
        <>
          <a href={addressOf(id)}>{name}</a>{' '}
          <span class="versions-adopted">
            {adopted.map(({ id: version, label, version: number }, i) => (
              <>
                {i > 0 && ', '}
                <a href={addressOf(version)} aria-label={label}>
                  {number ?? label}
                </a>
              </>
            ))}
          </span>
        </>
      )),
      'lines paired',
    )}
    <p>
      <a href="/adopted">Everything that the law adopts</a>, and{' '}
      <a href="/adopted?for=ehi">what that means for EHI, down to FHIR elements</a>
    </p>
  </>
);

/** The day of a change as far as it is known, what changed, and by which rule. */
function Changed({ changed: { on, basis, rules, provisions } }: { changed: LatelyChanged }) {
  return (
    <>
      <span class="muted">
        {WHEN[basis]} <Day date={on} />
      </span>{' '}
      <ProvisionsInLine provisions={provisions} named={NAMED} what="section" />
      {rules.map(({ id, name }, i) => (
        <>
          {i === 0 ? ', by the ' : ' and the '}
          <a href={addressOf(id)}>{name}</a>
        </>
      ))}
    </>
  );
}

/** What the day of a change is. */
const WHEN: Readonly<Record<LatelyChanged['basis'], string>> = {
  STATED: '',
  EFFECTIVE_DATE: '',
  PUBLICATION: 'Published',
  FIRST_SEEN: 'First seen',
  UNKNOWN: 'Date not known; listed for',
};
