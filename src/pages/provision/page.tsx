/** The page of a provision of any level. */
import { parseCitation } from '../../model/citations/parse.ts';
import { today } from '../../model/day.ts';
import { addressOf, nameOf, sectionCitation, shortCitation } from '../../view/address.ts';
import { Day } from '../../view/days.tsx';
import { briefHeading, calmHeading, restOfHeading } from '../../view/heading.ts';
import type { Passage } from '../../view/law/passage.ts';
import { OutsideLink } from '../../view/links.tsx';
import { Crumbs, Facts, inWords, list, Section } from '../../view/parts.tsx';
import { Turning } from '../../view/turning.tsx';
import type { Asked } from '../ask.ts';
import { legislation } from '../json-ld.ts';
import { Picture } from '../neighborhood.tsx';
import type { Page } from '../page.ts';
import { described } from '../preview.ts';
import { type ProvisionData, type ProvisionFacts, shownVersion } from './asked.ts';
import { CiteAs } from './cite.tsx';
import { Contents, neighborsOf } from './contents.tsx';
import { DayOfText, Edition, editionOf } from './day.tsx';
import { amendments, changesAddress, versions } from './history.tsx';
import { printedNote } from './notes.tsx';
import {
  adoptions,
  cited,
  citedList,
  citing,
  counted,
  definitions,
  InOneLine,
  outline,
  provisions,
} from './sections.tsx';
import { officialText } from './text.tsx';

/**
 * Creates the page. Returns null if the provision was not found.
 *
 * @param site the address of the site, without a trailing slash
 */
export function provisionPage(asked: Asked<ProvisionData>, asOf: string | null, site: string): Page | null {
  const { regulation: found, text, part, neighborhood } = asked.data;
  if (found === null) return null;
  const passages = text?.passages ?? [];
  const { id, citation, heading, ancestors } = found;
  const within = ancestors.at(-1);
  const { previous, next } = neighborsOf(found, part);
  const cites = cited(passages);
  const citingThis = citing(found);
  return {
    id,
    what: inWords(found.level),
    title: [sectionCitation(citation), briefHeading(heading && calmHeading(heading))].filter(Boolean).join(' '),
    heading: <Heading citation={citation} heading={heading} />,
    description: found.summary ?? described(citation, briefHeading(heading && calmHeading(heading)), beginOf(passages)),
    area: 'law',
    crumbs: <LawCrumbs found={found} asOf={asOf} />,
    asked,
    previous: previous ? addressOf(previous.id, asOf) : undefined,
    next: next ? addressOf(next.id, asOf) : undefined,
    jsonLd: legislation({
      ...{
        name: nameOf(id),
        level: inWords(found.level),
        readOn: shownVersion(found, asOf) && (asOf ?? today()),
      },
      ...{ citation, heading, summary: found.summary, url: found.url },
      within: within && { name: nameOf(within.id), citation: within.citation },
    }),
    printed: <Printed found={found} asOf={asOf} />,
    before: part && part.id !== id && <Contents part={part} found={found} passages={passages} asOf={asOf} />,
    main: (
      <>
        <InOneLine found={found} asOf={asOf} />
        <Summary words={found.summary} />
        <DayOfText found={found} asOf={asOf} />
        {text === undefined ? (
          <Section id="contents" heading="Contents">
            {outline(found, asOf)}
          </Section>
        ) : (
          officialText(found, passages, asOf)
        )}
        <Turning previous={previous} next={next} words="Previous and next" asOf={asOf} />
        <Section id="exceptions" heading={counted('Exceptions', found.exceptions.length)}>
          {provisions(found.exceptions, asOf)}
        </Section>
        <Section id="defines" heading={counted('Defines', found.defines?.length ?? 0, Number.POSITIVE_INFINITY)}>
          {definitions(found, asOf)}
        </Section>
        <Section id="adopts" heading={counted('Standards adopted here', found.adoptions?.length ?? 0)}>
          {adoptions(found, asOf)}
        </Section>
        <Section id="cites" heading={counted('Cites', cites.length)}>
          {citedList(cites, asOf)}
        </Section>
        <Section id="cited-by" heading={counted('Cited by', citingThis.length)}>
          {provisions(citingThis, asOf)}
        </Section>
        <Section id="versions" heading={counted('Versions', found.versions?.length ?? 0, Number.POSITIVE_INFINITY)}>
          {versions(found, asOf)}
        </Section>
        <Section id="amendments" heading="Amended by">
          {amendments(found)}
        </Section>
        {found.coverage && <Lately citation={citation} />}
        <Picture surroundings={neighborhood} asOf={asOf} />
      </>
    ),
    aside: (
      <>
        <CiteAs id={id} citation={citation} day={asOf ?? editionOf(found, asOf)?.day ?? today()} site={site} />
        <Facts
          rows={[
            ['Citation', citation],
            ['Official page', found.url && <OutsideLink address={found.url}>eCFR</OutsideLink>],
            ['Authority', found.authority],
            ['Source', printedNote(found.published, found.history)],
            ['History', printedNote(found.amendments, found.history)],
            ['Not yet in effect', list(found.effectiveDateNotes.map((note) => printedNote(note, found.history)))],
            ['Notes', list(found.notes)],
          ]}
        />
      </>
    ),
  };
}

/** The first words of a text. */
const beginOf = (passages: readonly Passage[]): string | null | undefined => passages.find(({ text }) => text)?.text;

/**
 * A heading with a dash has its name first, and the question that follows on a line of its own. The dash at the end of the line
 * is not seen, but who copies the heading gets the words of the law.
 */
function Heading({ citation, heading }: { citation: string; heading: string | null }) {
  const rest = restOfHeading(heading);
  return (
    <>
      <span class="citation">{sectionCitation(citation)}</span>{' '}
      {rest === null ? (
        heading && calmHeading(heading)
      ) : (
        <>
          {briefHeading(heading)}
          <span class="unseen">—</span>
          <span class="rest">{rest}</span>
        </>
      )}
    </>
  );
}

const LawCrumbs = ({ found: { ancestors }, asOf }: { found: ProvisionFacts; asOf: string | null }) => (
  <Crumbs
    names={ancestors.map(({ id, citation, heading }, i) => ({
      href: addressOf(id, asOf),
      name: i === 0 ? citation : shortCitation(citation),
      title: heading === null ? citation : `${citation}: ${heading}`,
    }))}
  />
);

/** Glossograph's summary, set apart from the law's own text. */
const Summary = ({ words }: { words: string | null }) =>
  words === null ? null : (
    <div class="ours">
      <p>
        <strong>In short</strong> {words}
      </p>
      <p class="muted">Written by Glossograph; not official text.</p>
    </div>
  );

/** What a print says at once: the day of the text, and the edition that it was read in. */
const Printed = ({ found, asOf }: { found: ProvisionFacts; asOf: string | null }) => (
  <>
    {asOf === null ? 'Text as known on ' : 'Text as of '}
    <Day date={asOf ?? today()} />. <Edition found={found} asOf={asOf} />
  </>
);

/** A link to the changes of the last year. */
function Lately({ citation }: { citation: string }) {
  const from = `${Number(today().slice(0, 4)) - 1}${today().slice(4, 8)}01`;
  const place = parseCitation(citation);
  return (
    <p class="lately">
      <a href={changesAddress(citation, from)}>
        Changes in {place?.section === undefined ? shortCitation(citation) : sectionCitation(citation)} in the last year
      </a>
    </p>
  );
}
