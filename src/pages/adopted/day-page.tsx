/** All adoptions on a day, or only those in one section. */
import { dayAfter, shiftedDay } from '../../model/day.ts';
import { Certain } from '../../view/adoption.tsx';
import { dayInWords } from '../../view/days.tsx';
import type { Ask } from '../ask.ts';
import type { PageContent, PageDownload } from '../page.ts';
import { WhatChangesNext } from './ahead.tsx';
import { ADOPTIONS, type DayAdoptions } from './asked.ts';
import { csvOf } from './csv.ts';
import { DayTable } from './day-table.tsx';
import { DayForm, Meaning } from './form.tsx';
import { type AdoptedRequest, adoptedAddress } from './request.ts';
import { successorsOf } from './then.ts';

/** The number of days after the date within which to look for changes. */
export const DAYS_AHEAD = 3653;
/** A file has at most so many pages of 100 adoptions. */
const MOST_PAGES = 20;

const variablesOf = ({ on, within, after }: AdoptedRequest) => ({
  ...{ asOf: on, within, after },
  ...{ from: dayAfter(on), to: shiftedDay(on, DAYS_AHEAD) },
});

/** Responds to /adopted?on=2026-06-01 with at most 100 adoptions and the total number. */
export async function dayPage(request: AdoptedRequest, ask: Ask): Promise<PageContent> {
  const { on, within, after } = request;
  const asked = await ask(ADOPTIONS, variablesOf(request));
  const found = asked.data.adoptions;
  const adoptions = found?.edges.map(({ node }) => node) ?? [];
  const then = await successorsOf(adoptions, ask);
  const changes = asked.data.changes;
  const total = found?.totalCount ?? 0;
  const next = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  return {
    title: `Adopted on ${dayInWords(on)}`,
    description: `The standards that federal health-IT rules adopt on ${dayInWords(on)}, with dates, certainty, and notices.`,
    area: 'standards',
    looks: 'wide',
    asked,
    alternates: [{ type: 'text/csv', href: adoptedAddress({ on, within, format: 'csv' }) }],
    main: (
      <>
        <DayForm request={request} />
        <p class="lead">
          {total === 0 ? 'No adoptions are known' : `${total} ${total === 1 ? 'adoption' : 'adoptions'}`}
          {within && ` in ${within}`}
          {total > adoptions.length && `; this page lists ${adoptions.length}`}.{' '}
          {within && <a href={adoptedAddress({ on })}>All sections</a>}
        </p>
        {found && (
          <p>
            <Certain coverage={found.coverage} />
          </p>
        )}
        <Meaning />
        {adoptions.length > 0 && <DayTable adoptions={adoptions} on={on} then={then} />}
        {(after !== null || next !== null) && (
          <nav class="pager" aria-label="Pages of this list">
            {after !== null && <a href={adoptedAddress({ on, within })}>First page</a>}{' '}
            {next !== null && (
              <a rel="next" href={adoptedAddress({ on, within, after: next })}>
                Next page
              </a>
            )}
          </nav>
        )}
        {changes && (
          <WhatChangesNext changes={changes.edges} on={on} more={changes.totalCount - changes.edges.length} />
        )}
      </>
    ),
  };
}

/** All adoptions on a day as a file. They are read page by page. */
export async function dayFile(request: AdoptedRequest, ask: Ask): Promise<PageDownload> {
  const adoptions: Parameters<typeof csvOf>[0][number][] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found: DayAdoptions | null = (await ask(ADOPTIONS, variablesOf({ ...request, after }))).data.adoptions;
    adoptions.push(...(found?.edges ?? []).map(({ node }) => ({ adoption: node, data: [] })));
    after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
    if (after === null) break;
  }
  return csvOf(adoptions, request.on);
}
