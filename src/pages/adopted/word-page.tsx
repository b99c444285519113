/** The adoptions on a day for a word: a term, a standard, or a data class. */
import { dayAfter, shiftedDay } from '../../model/day.ts';
import { dayInWords } from '../../view/days.tsx';
import { EntityLink } from '../../view/links.tsx';
import type { Ask } from '../ask.ts';
import type { PageContent, PageDownload } from '../page.ts';
import { WhatChangesNext } from './ahead.tsx';
import { AHEAD } from './asked.ts';
import { csvOf } from './csv.ts';
import { DAYS_AHEAD } from './day-page.tsx';
import { DayForm, Meaning } from './form.tsx';
import { type Found, familyOf, findAdoptions, standardOf } from './found.ts';
import { type AdoptedRequest, adoptedAddress } from './request.ts';
import { successorsOf } from './then.ts';
import { lookUp, type Word } from './word.ts';
import { WordTables } from './word-tables.tsx';

interface WordRequest extends AdoptedRequest {
  readonly word: string;
}

/** Responds to /adopted?on=2026-06-01&for=ehi. */
export async function wordPage(request: WordRequest, ask: Ask): Promise<PageContent> {
  const { on, word } = request;
  const [asked, { looked, found, successors: then }] = await Promise.all([
    ask(AHEAD, { from: dayAfter(on), to: shiftedDay(on, DAYS_AHEAD) }),
    leadsOf(word, on, ask),
  ]);
  const families = new Set(standardsIn(found, looked).map(familyOf));
  const changes = asked.data.changes?.edges.filter(({ node }) => families.has(familyOf(node.subject.id))) ?? [];
  const name = looked.named[0]?.label ?? word;
  return {
    title: `Adopted for ${name} on ${dayInWords(on)}`,
    description: `What federal health-IT rules adopt on ${dayInWords(on)} for ${name}, from the provision to the FHIR element.`,
    area: 'standards',
    looks: 'wide',
    isIndexed: false,
    asked,
    alternates: [{ type: 'text/csv', href: adoptedAddress({ on, word, format: 'csv' }) }],
    main: (
      <>
        <DayForm request={request} />
        <Summary found={found} looked={looked} request={request} />
        <Meaning />
        <WordTables found={found} on={on} then={then} />
        {found.adoptions.length > 0 && <WhatChangesNext changes={changes} on={on} more={0} />}
      </>
    ),
  };
}

/** What a word names, what it leads to on a day, and what is adopted afterwards. */
async function leadsOf(word: string, on: string, ask: Ask) {
  const looked = await lookUp(word, ask);
  const found = await findAdoptions(looked.ways, on, ask);
  const adoptions = found.adoptions.map(({ adoption }) => adoption);
  return { looked, found, successors: await successorsOf(adoptions, ask) };
}

/** The same adoptions as a file. */
export async function wordFile({ on, word }: WordRequest, ask: Ask): Promise<PageDownload> {
  const { ways } = await lookUp(word, ask);
  return csvOf((await findAdoptions(ways, on, ask)).adoptions, on);
}

const standardsIn = (found: Found, { ways }: Word): string[] => [
  ...found.adoptions.flatMap(({ adoption }) => standardOf(adoption) ?? []),
  ...ways.flatMap(({ stops }) => stops.at(-1)?.id ?? []),
];

/** How many adoptions there are, or why none is listed. */
function Summary({ found, looked, request: { on, word } }: { found: Found; looked: Word; request: WordRequest }) {
  const { adoptions, notAdopted } = found;
  if (looked.named.length === 0) {
    return (
      <p class="lead">
        Nothing in the graph has the name “{word}”.{' '}
        <a href={`/search?${new URLSearchParams({ q: word })}`}>Search for it</a>, or see{' '}
        <a href={adoptedAddress({ on })}>all adoptions on this date</a>.
      </p>
    );
  }
  if (looked.ways.length === 0) {
    return (
      <p class="lead">
        The graph has no relation from{' '}
        {looked.named.map((one) => (
          <EntityLink {...one} />
        ))}{' '}
        to a standard. See <a href={adoptedAddress({ on })}>all adoptions on this date</a>.
      </p>
    );
  }
  return (
    <>
      <p class="lead">
        {adoptions.length === 0
          ? `“${word}” does not lead to any known adoption on ${dayInWords(on)}.`
          : `${adoptions.length} ${adoptions.length === 1 ? 'adoption' : 'adoptions'} on ${dayInWords(on)}.`}
      </p>
      {notAdopted.length > 0 && (
        <p class="note">
          No adoption is known on this date for{' '}
          {notAdopted.map((one, i) => (
            <>
              {i > 0 && '; '}
              <EntityLink {...one} />
            </>
          ))}
          .
        </p>
      )}
    </>
  );
}
