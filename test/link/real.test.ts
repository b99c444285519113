/** No function word of English is a term anywhere in the law that we have. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mentionsOf } from '../../src/link/mentions.ts';
import { hasRealData, REAL, realFile } from '../setup/real-data.ts';
import { holdersInMemory, namesInMemory, saidInMemory } from './in-memory.ts';

/** Articles, pronouns, prepositions, conjunctions, auxiliaries, and what else holds sentences together. */
const FUNCTION_WORDS = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both but by
  can could did do does doing down during each either else every few for from further had has have having he her here hers
  herself him himself his how however i if in into is it its itself just may me mean means might mine more most must my myself
  neither no nor not now of off on once only or other our ours out over own per same shall she should so some such than that
  the their theirs them themselves then there therefore thereof these they this those though through thus to too under unless
  until up upon us very via was we were what when where whereas whether which while who whom whose why will with within
  without would yet you your`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

test.skipIf(!hasRealData)('no function word is linked in any provision or heading of five parts', async () => {
  const parts = Object.values(REAL).map(({ file, asOf }) => ({ file: realFile(file), asOf }));
  const said = await saidInMemory(fileURLToPath(new URL('../../seed', import.meta.url)), parts);
  const names = namesInMemory(said);
  const quotes = [...said.values()].flatMap((records) =>
    mentionsOf(holdersInMemory(records), names, new Map()).relations.flatMap(({ evidence }) =>
      evidence.map(({ quote = '' }) => quote),
    ),
  );
  expect(quotes.length).toBeGreaterThan(3_000);
  expect(quotes.filter((quote) => FUNCTION_WORDS.has(quote.toLowerCase()))).toEqual([]);
});
