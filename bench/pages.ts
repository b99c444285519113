/**
 * `npm run bench:pages -- http://127.0.0.1:4000`: how long pages of a running server take, in milliseconds. The first time an address is
 * asked for, then again, then with an address that the server cannot have kept: a parameter that no page reads makes it another one.
 * Addresses take turns, so that a busy moment hits all of them. Name addresses after the server to measure only those.
 */
import { quantile } from './shared/figures.ts';

const [base = 'http://127.0.0.1:4000', ...named] = process.argv.slice(2);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 40);

/** One page of each kind, those that have the most to show, and the site's own. */
const ADDRESSES = [
  ...['/', '/terms', '/regulations', '/standards', '/rules', '/organizations', '/statutes', '/vocabularies'],
  ...['/term/ehr', '/term/information-blocking', '/term/ehi'],
  ...[
    '/regulation/45-CFR-171.203',
    '/regulation/45-CFR-171.102',
    '/regulation/45-CFR-170.315',
    '/regulation/45-CFR-171',
  ],
  ...['/regulation/45-CFR-171.203?asOf=2024-03-01', '/regulation/45-CFR-171-Subpart-B', '/regulation/45-CFR'],
  ...[
    '/standard/us-core/6.1.0/us-core-patient',
    '/standard/us-core/6.1.0',
    '/standard/uscdi/v3',
    '/standard/fhir/4.0.1/Patient',
  ],
  ...['/adopted', '/adopted?on=2026-06-01', '/adopted?on=2026-06-01&for=ehi', '/adopted?for=uscdi'],
  ...['/changes', '/changes?within=45+CFR+Part+171&from=2024-01-01&order=oldest'],
  ...[
    '/regulation/45-CFR-171?asOf=2026-09-17&compare=2024-01-09',
    '/regulation/45-CFR-171.301?asOf=2024-07-31&compare=2024-01-09',
  ],
  ...['/search?q=information+blocking'],
];

/** Reads a page to its end. */
async function time(address: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(base + address);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return performance.now() - started;
}

let unique = 0;
/** The same page at an address of its own. */
const another = (address: string): string => {
  unique += 1;
  return `${address}${address.includes('?') ? '&' : '?'}bench=${process.pid}-${unique}`;
};

const addresses = named.length > 0 ? named : ADDRESSES;
const kept = new Map<string, number[]>(addresses.map((address) => [address, []]));
const made = new Map<string, number[]>(addresses.map((address) => [address, []]));
const first = new Map<string, number>();
for (const address of addresses) first.set(address, await time(address));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const address of addresses) {
    made.get(address)?.push(await time(another(address)));
    kept.get(address)?.push(await time(address));
  }
}
const shown = (value = Number.NaN) => value.toFixed(1).padStart(8);
console.log(`${ROUNDS} rounds, milliseconds\n\n   first     made: p50, p95     kept: p50, p95`);
for (const address of addresses) {
  const quantiles = [made, kept].map((times) => {
    const values = times.get(address) ?? [];
    return `${shown(quantile(values, 0.5))} ${shown(quantile(values, 0.95))}`;
  });
  console.log(`${shown(first.get(address))}  ${quantiles.join('  ')}   ${address}`);
}
