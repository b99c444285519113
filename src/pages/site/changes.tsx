/** What changed in the law, day by day. */
import { dayAfter, shiftedDay, today } from '../../model/day.ts';
import { Day } from '../../view/days.tsx';
import { counted, RedlineKey } from '../../view/diff.tsx';
import { calmHeading } from '../../view/heading.ts';
import { list } from '../../view/parts.tsx';
import { Reason } from '../../view/reason.tsx';
import type { Ask } from '../ask.ts';
import { CHANGES_PAGE, type FoundChanges, type FoundPart } from '../changes/asked.ts';
import { ChangesForm } from '../changes/form.tsx';
import { ChangesByDay } from '../changes/list.tsx';
import { type ChangesAsked, changesAddress, changesAsked } from '../changes/question.ts';
import type { SitePage } from '../page.ts';

/** Changes on one page. */
const PAGE_SIZE = 20;
/** Without a first day, the list goes back so many years: further only if there is no change in fewer. */
const YEARS_BACK = [2, 5, 20];
/** How far ahead rules are published, in days: two years. */
const AHEAD = 730;

/** /changes?within=45+CFR+Part+171&from=2024-01-01 */
export const changes: SitePage = {
  path: '/changes',
  examples: ['within=45+CFR+Part+171&from=2024-01-01&order=oldest'],
  canonicalParameters: ['within', 'from', 'to', 'order'],
  async answer({ given, ask }) {
    const asked = changesAsked(given);
    const { page, from, to } = await read(ask, asked);
    const found = asked.unread === null ? page.data.changes : null;
    const parts = page.data.regulations?.edges.map(({ node }) => node) ?? [];
    const where = asked.within ?? 'the law';
    const question = { ...asked, from, to };
    const feed = (format: string) =>
      changesAddress({ ...question, isOldestFirst: false, after: null }, `/changes.${format}`);
    const following = found && cursorOfNext(found, asked.isOldestFirst);
    const next = following ? changesAddress({ ...question, after: following }) : undefined;
    return {
      title: `What changed in ${where}`,
      description: `Sections of ${where} that were added, removed, or reworded, with the rules that made the changes.`,
      area: 'changes',
      asked: page,
      isIndexed: asked.after === null && asked.unread === null,
      alternates: [
        { type: 'application/atom+xml', href: feed('atom'), title: `Changes in ${where}` },
        { type: 'application/feed+json', href: feed('json'), title: `Changes in ${where}` },
      ],
      next,
      main: (
        <>
          <ChangesForm asked={asked} from={from} to={to} parts={parts} namesKinds={given.has('kinds')} />
          {found && <Found found={found} asked={question} next={next} />}
        </>
      ),
      aside: <Aside asked={question} parts={parts} feed={feed} />,
      asideName: 'Narrow the list',
    };
  },
};

/** A period that is known to its days. */
type Question = ChangesAsked & { from: string; to: string };

/** Asks for the period of the address, or for the shortest of the usual periods in which something changed. */
async function read(ask: Ask, asked: ChangesAsked) {
  const { within, kinds, after, isOldestFirst } = asked;
  const to = asked.to ?? today();
  const starts = asked.from === null ? YEARS_BACK.map((years) => yearsBefore(to, years)) : [asked.from];
  const paging = isOldestFirst ? { first: PAGE_SIZE, after } : { last: PAGE_SIZE, before: after };
  for (const [i, from] of starts.entries()) {
    const page = await ask(CHANGES_PAGE, { from, to, within, kinds, ...paging });
    if ((page.data.changes?.totalCount ?? 0) > 0 || i === starts.length - 1) return { page, from, to };
  }
  throw new Error('no period was specified');
}

/** The same day some years before; February 29 becomes February 28. */
function yearsBefore(day: string, years: number): string {
  const earlier = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  return earlier.endsWith('-02-29') ? `${earlier.slice(0, 8)}28` : earlier;
}

const cursorOfNext = ({ pageInfo }: FoundChanges, isOldestFirst: boolean): string | null => {
  if (isOldestFirst) return pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
};

/** What was found: how much, what the list may lack, and one page of it. */
function Found({ found, asked, next }: { found: FoundChanges; asked: Question; next: string | undefined }) {
  const { totalCount, coverage, edges } = found;
  const { from, to, after, isOldestFirst } = asked;
  const nodes = edges.map(({ node }) => node);
  const isSure = coverage.certainty !== 'UNCERTAIN' && coverage.certainty !== 'UNKNOWN';
  const other = changesAddress({ ...asked, after: null, isOldestFirst: !isOldestFirst });
  return (
    <>
      <p class="found">
        {totalCount === 0 ? 'No changes are known' : counted(totalCount, 'change')} from <Day date={from} /> to{' '}
        <Day date={to} />
        {totalCount > 1 && (
          <>
            , {isOldestFirst ? 'oldest' : 'newest'} first.{' '}
            <a href={other}>{isOldestFirst ? 'Newest' : 'Oldest'} first</a>
          </>
        )}
        {totalCount <= 1 && '.'}
      </p>
      <p class={isSure ? 'note' : 'note uncertain'}>
        <strong>{isSure ? 'How complete this list is:' : 'What may be missing from this list:'}</strong>{' '}
        <Reason text={coverage.reason} />
      </p>
      {totalCount > 0 && <RedlineKey />}
      <ChangesByDay changes={nodes} isNewestFirst={!isOldestFirst} />
      {(next || after) && (
        <nav class="pager" aria-label="Pages of the list">
          {after && <a href={changesAddress({ ...asked, after: null })}>First {PAGE_SIZE} changes</a>}
          {next && (
            <a href={next} rel="next">
              Next {PAGE_SIZE} changes
            </a>
          )}
        </nav>
      )}
    </>
  );
}

/** Ways to narrow the list, and the same list for readers of feeds. */
function Aside({
  asked,
  parts,
  feed,
}: {
  asked: Question;
  parts: readonly FoundPart[];
  feed: (format: string) => string;
}) {
  const start = { ...asked, after: null };
  const later = { ...start, from: dayAfter(asked.to), to: shiftedDay(asked.to, AHEAD) };
  return (
    <div class="changes-aside">
      <h2 class="aside">Periods</h2>
      {list([
        ...YEARS_BACK.map((years) => (
          <a href={changesAddress({ ...start, from: yearsBefore(today(), years), to: null })}>Last {years} years</a>
        )),
        <a href={changesAddress(later)}>Changes after this list</a>,
      ])}
      <h2 class="aside">Parts</h2>
      {list([
        asked.within === null ? (
          <span aria-current="true">All imported law</span>
        ) : (
          <a href={changesAddress({ ...start, within: null })}>All imported law</a>
        ),
        ...parts.map(({ citation, heading }) => (
          <>
            {citation === asked.within ? (
              <span aria-current="true">{citation}</span>
            ) : (
              <a href={changesAddress({ ...start, within: citation })}>{citation}</a>
            )}
            {heading && <span class="heading">{calmHeading(heading)}</span>}
          </>
        )),
      ])}
      <h2 class="aside">This list as a feed</h2>
      {list([<a href={feed('atom')}>Atom</a>, <a href={feed('json')}>JSON Feed</a>])}
    </div>
  );
}
