/**
 * Four processes that migrate one empty database at once, ROUNDS times (200 by default). Prints how long a round takes;
 * exits with 1 when one takes longer than 10 s or when a migration is applied twice.
 */
import { openDriver } from '../../src/graph/connect.ts';
import { migrate, readMigrations } from '../../src/graph/migrate.ts';
import { resetGraph } from '../../src/store/reset.ts';
import { median } from '../shared/figures.ts';
import { onOwnNeo4j } from '../shared/own-neo4j.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 200);
const LONGEST_MS = 10_000;

await onOwnNeo4j(async ({ local, driver }) => {
  const drivers = Array.from({ length: 4 }, () => openDriver(local));
  const known = readMigrations().map(({ name }) => name);
  const times: number[] = [];
  let wrong = 0;
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      await resetGraph(driver);
      const started = performance.now();
      const results = await Promise.all(drivers.map((each) => migrate(each)));
      times.push(performance.now() - started);
      const applied = results.flatMap((result) => result.applied);
      if (applied.length !== known.length || known.some((name) => !applied.includes(name))) wrong += 1;
      if (round % 20 === 0) console.log(`${round} of ${ROUNDS} rounds`);
    }
  } finally {
    await Promise.all(drivers.map((each) => each.close()));
  }
  const longest = Math.max(...times);
  console.log(
    `${ROUNDS} rounds of four migrations: median ${median(times).toFixed(0)} ms, longest ${longest.toFixed(0)} ms, ${wrong} wrong`,
  );
  if (wrong > 0 || longest > LONGEST_MS) process.exitCode = 1;
});
