/** The changes of the law as Atom (RFC 4287) and JSON Feed, at `/changes.atom` and `/changes.json`. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Feed } from 'feed';
import type { Config } from '../config.ts';
import type { Graph } from '../graph/connect.ts';
import { badInput } from '../graph/errors.ts';
import { answeredAsFresh } from '../http/entity-tag.ts';
import type { ServerLoad } from '../http/load.ts';
import { pathOf, type Route } from '../http/route.ts';
import { shiftedDay, today } from '../model/day.ts';
import { createAsk } from '../pages/ask.ts';
import { dayGiven, kindsGiven } from '../pages/changes/question.ts';
import { addressOf } from '../view/address.ts';
import { type ChangesQuestion, readChanges, type ToldChange } from './changes.ts';
import { reasonOf, titleOf } from './words.ts';

const FORMATS: Readonly<Record<string, { type: string; write: (feed: Feed) => string }>> = {
  '/changes.atom': { type: 'application/atom+xml; charset=utf-8', write: (feed) => feed.atom1() },
  '/changes.json': { type: 'application/feed+json; charset=utf-8', write: (feed) => feed.json1() },
};

/** How many days before and after today a feed covers. Rules are published up to a year before they take effect. */
const DAYS_AROUND = 365;
/** The weight of a feed, which reads a few pages of changes. */
const WEIGHT = 10_000;
const ARGUMENTS: readonly string[] = ['from', 'to', 'within', 'kinds'];

/** The route of the feeds. The newest entries come first. */
export function feedsRoute({ graph, config, load }: { graph: Graph; config: Config; load: ServerLoad }): Route {
  const askFor = createAsk(graph);
  return {
    kind: 'feed',
    matches: (path) => path in FORMATS,
    async answer(request, response, trace) {
      const path = pathOf(request);
      const format = FORMATS[path];
      if (format === undefined) throw badInput(`address: must be one of ${Object.keys(FORMATS).join(', ')}`);
      const question = questionIn(request);
      const { changes } = await load.queries.run(WEIGHT, trace, () => readChanges(askFor(trace), question));
      const base = config.PUBLIC_URL ?? `http://${request.headers.host ?? 'localhost'}`;
      const body = format.write(feedOf(changes.reverse(), question, { base, path }));
      if (answeredAsFresh(request, response, body)) return;
      response.writeHead(200, { 'content-type': format.type }).end(body);
    },
  };
}

function questionIn({ url = '/' }: IncomingMessage): ChangesQuestion {
  const given = new URL(url, 'http://localhost').searchParams;
  const other = [...given.keys()].find((name) => !ARGUMENTS.includes(name));
  if (other !== undefined)
    throw badInput(`${other}: unknown argument; the accepted arguments are ${ARGUMENTS.join(', ')}`);
  return {
    from: dayGiven(given, 'from') ?? shiftedDay(today(), -DAYS_AROUND),
    to: dayGiven(given, 'to') ?? shiftedDay(today(), DAYS_AROUND),
    within: given.get('within'),
    kinds: kindsGiven(given),
  };
}

/** The feed's own date is that of its newest entry, so an unchanged graph gives the same bytes. */
function feedOf(
  changes: readonly ToldChange[],
  { from, to, within }: ChangesQuestion,
  { base, path }: { base: string; path: string },
): Feed {
  const [newest] = changes;
  const where = within ?? 'the law';
  const feed = new Feed({
    id: `${base}${path}`,
    title: `Changes in ${where}`,
    description: `Changes in ${where} from ${from} to ${to}, with the rule that made each change, if the rule is known.`,
    link: `${base}/`,
    copyright: '',
    generator: 'Glossograph',
    updated: dateOf(newest?.on ?? from),
    feedLinks: { atom: `${base}/changes.atom`, json: `${base}/changes.json` },
  });
  for (const change of changes) {
    const { on, subject, regulation } = change;
    const link = `${base}${addressOf((regulation ?? subject).id, null)}`;
    feed.addItem({
      title: titleOf(change),
      id: idOf(change),
      link,
      date: dateOf(on ?? from),
      description: reasonOf(change),
      content: change.after ?? change.before ?? reasonOf(change),
    });
  }
  return feed;
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Stays the same while the change does: readers of feeds keep entries by their ids. */
function idOf({ kind, on, subject, regulation, before, after }: ToldChange): string {
  const said = JSON.stringify([kind, on, subject.id, regulation?.id, before, after]);
  return `urn:glossograph:change:${createHash('sha256').update(said).digest('hex').slice(0, 32)}`;
}
