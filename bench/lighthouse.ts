/**
 * `npm run lighthouse -- [URL]`: Lighthouse on six pages of a running server, with the desktop preset: the median of five runs, in
 * columns. It is a measurement and not a test, because a busy machine changes the figures. npx fetches Lighthouse when it runs: one
 * of its packages asks for the latest version of another, which no lock file can hold.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { browserPath, SWITCHES } from '../test/setup/browser.ts';

const RUNS = 5;
const LIGHTHOUSE = 'lighthouse@12';
const PAGES = ['/', '/term/emr-vs-ehr', '/regulation/45-CFR-171.103', '/terms', '/standard/us-core/6.1.0', '/changes'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'cumulative-layout-shift'] as const;

/** What is read of a report. */
interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** One run: the four scores from 0 to 100, then the times in milliseconds and the layout shift. */
async function measured(address: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, address, '--preset=desktop', '--output=json', '--quiet'],
      `--chrome-flags=--headless ${SWITCHES.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: browserPath() }, maxBuffer: 64 << 20 },
  );
  const { categories, audits } = JSON.parse(stdout) as Report;
  return [
    ...CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    ...TIMES.map((name) => Math.round((audits[name]?.numericValue ?? Number.NaN) * 1_000) / 1_000),
  ];
}

const [base = 'http://127.0.0.1:4000'] = process.argv.slice(2);
console.log(['page', ...CATEGORIES, ...TIMES].join('\t'));
for (const path of PAGES) {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measured(base + path));
  const columns = [...CATEGORIES, ...TIMES].map((_, i) => median(runs.map((values) => values[i] ?? Number.NaN)));
  console.log([path, ...columns].join('\t'));
}
