/** Concurrent readers of an API: each answer is right, an error with a code, wrong, or missing. */
const QUERIES = [
  '{ term(slug: "ehr") { name aliases { name } } }',
  '{ neighborhood(of: ["Term:uscdi"], depth: 1, limit: 5) { nodes { key } } }',
  '{ search(query: "ehr", first: 3) { edges { node { id } } } }',
];
const READERS = 8;
/** The server's own limit is 8 s. */
const PATIENCE_MS = 12_000;
const PAUSE_MS = 20;
/** Codes that tell a client to come again. */
const EXPECTED = ['DATABASE_UNAVAILABLE', 'TIMEOUT'];

type Kind = 'right' | 'coded' | 'wrong' | 'unanswered';

/** What became of one request. */
interface Answer {
  kind: Kind;
  /** Epoch milliseconds. */
  ended: number;
  text: string;
}

/** Readers at work. */
export interface Readers {
  /** The time of the last answer that was not right, after a moment; 0 if there was none since. */
  lastBad(since: number): number;
  /** The time after a moment from which on answers are right, and every reader has had one. */
  rightFrom(since: number): number;
  /** Waits until every reader has had some right answers since a moment. */
  allRight(since: number, patienceMs: number): Promise<boolean>;
  stop(): Promise<Record<Kind, number> & { examples: string[] }>;
}

/** Starts readers, after learning the right answers from the API itself. */
export async function startReaders(url: string): Promise<Readers> {
  const right = new Map<string, string>();
  for (const query of QUERIES) right.set(query, await learn(url, query));
  const answers: Answer[][] = Array.from({ length: READERS }, () => []);
  let ended = false;
  const working = answers.map(async (mine, reader) => {
    for (let i = reader; !ended; i += 1) {
      const query = QUERIES[i % QUERIES.length] as string;
      const text = await ask(url, query).catch((error) => `unanswered: ${error.cause?.code ?? error.message}`);
      mine.push({ kind: kindOf(text, right.get(query)), ended: Date.now(), text });
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
  });
  const isBad = ({ kind }: Answer) => kind !== 'right';
  const lastBad = (since: number) =>
    Math.max(0, ...answers.map((mine) => mine.findLast((one) => one.ended > since && isBad(one))?.ended ?? 0));
  return {
    lastBad,
    rightFrom: (since) => {
      const firsts = answers.map((mine) => mine.find((one) => one.ended > since && !isBad(one))?.ended);
      return Math.max(lastBad(since), ...firsts.map((first) => first ?? Number.POSITIVE_INFINITY));
    },
    async allRight(since, patienceMs) {
      for (const until = Date.now() + patienceMs; Date.now() < until; ) {
        const last = answers.map((mine) => mine.filter((one) => one.ended > since).slice(-5));
        if (last.every((mine) => mine.length === 5 && !mine.some(isBad))) return true;
        await new Promise((done) => setTimeout(done, 50));
      }
      return false;
    },
    async stop() {
      ended = true;
      await Promise.all(working);
      const all = answers.flat();
      const count = (kind: Kind) => all.filter((one) => one.kind === kind).length;
      const odd = all.filter(({ kind }) => kind === 'wrong' || kind === 'unanswered');
      return {
        ...{ right: count('right'), coded: count('coded'), wrong: count('wrong'), unanswered: count('unanswered') },
        examples: odd.slice(0, 3).map(({ text }) => text.slice(0, 500)),
      };
    },
  };
}

/** The right answer. A server that has just started on a busy machine may take too long for the first one. */
async function learn(url: string, query: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const text = await ask(url, query).catch(String);
    if (text.startsWith('{"data":') && !text.includes('"errors"')) return text;
    if (attempt === 20) throw new Error(`the API does not answer: ${text}`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

async function ask(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return response.text();
}

function kindOf(text: string, right: string | undefined): Kind {
  if (text === right) return 'right';
  if (text.startsWith('unanswered')) return 'unanswered';
  try {
    const { errors } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
    return errors?.length && errors.every(({ extensions }) => EXPECTED.includes(extensions?.code ?? ''))
      ? 'coded'
      : 'wrong';
  } catch {
    return 'wrong';
  }
}

/** "1200 right, 30 with a code, 0 wrong, 0 unanswered"; the odd ones follow, with what the API logged of them. */
export function inWords(
  { right, coded, wrong, unanswered, examples }: Awaited<ReturnType<Readers['stop']>>,
  log = '',
): string {
  const ids = examples.flatMap((text) => /"requestId":"([\w-]+)/.exec(text)?.[1] ?? []);
  const logged = log.split('\n').filter((line) => ids.some((id) => line.includes(id)));
  const odd = [...examples, ...logged].map((one) => `\n         ${one.slice(0, 900)}`);
  return `${right} right, ${coded} with a code, ${wrong} wrong, ${unanswered} unanswered${odd.join('')}`;
}
