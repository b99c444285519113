/** What tests of pages share: the server over a filled graph, and how to look at what it says. */
import { expect } from 'vitest';
import type { Graph } from '../../src/graph/connect.ts';

/** A server that runs inside tests. */
export interface Site {
  url(): string;
  graph(): Graph;
  /** Sent to the database so far. */
  statements(): number;
}

/** One of each kind and shape. */
export const PAGES = [
  '/term/emr-vs-ehr',
  '/term/kite',
  '/regulation/45-CFR-171.103',
  '/regulation/45-CFR-171',
  '/regulation/99-CFR-7.1',
  '/regulation/99-CFR',
  '/regulation/99-CFR-7.2?asOf=2021-01-01',
  '/standard/uscdi/v3',
  '/organization/onc',
  '/statute/hitech-act',
  '/alias/rfc-6749',
];

/** Asks, and follows no redirect. */
export const get = (site: Site, path: string, init: RequestInit = {}) =>
  fetch(site.url() + path, { redirect: 'manual', ...init });

/** A page that is there. */
export async function page(site: Site, path: string): Promise<string> {
  const response = await get(site, path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
export const decoded = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);

/** What a reader sees, blanks as one. */
export const textOf = (markup: string) =>
  decoded(markup.replace(/<(head|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '')).replace(/\s+/g, ' ');

/** The same, for texts that are compared letter by letter. */
export const lettersOf = (markup: string) => textOf(markup).replaceAll(' ', '');

/** The official text of a provision's page. */
export const lawOf = (markup: string) => /<div class="law"[\s\S]*?<\/div>/.exec(markup)?.[0] ?? '';

export const linksOf = (markup: string) =>
  [...markup.matchAll(/<a\b[^>]*? href="([^"]*)"/g)].map(([, href]) => decoded(href ?? ''));

/** The query that a page shows. */
export function queryOf(markup: string): { text: string; variables: Record<string, unknown> } {
  const [text = '', variables = ''] = [...markup.matchAll(/<pre><code>([\s\S]*?)<\/code>/g)].map(([, code]) =>
    decoded(code ?? ''),
  );
  return { text, variables: JSON.parse(variables) };
}

export function jsonLdOf(markup: string): Record<string, unknown> {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup)?.[1] ?? '');
}
