/** The explorer in a real browser, and what a test asks of it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Handle } from '../../src/explorer/browser/parts/handle.ts';

declare global {
  var glossograph: Handle;
}

/** A page with what went wrong on it: errors, complaints of the console and of the Content-Security-Policy, foreign requests. */
export interface Opened {
  page: Page;
  faults: string[];
}

/** Chromium's own word on software rendering, which no page can avoid. */
const NOT_OURS = /GL Driver Message|GPU stall/;

/** Opens an address, and waits until its picture is there. Nothing moves by itself there, unless it is said. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions & { script?: string } = {},
): Promise<Opened> {
  const { script, ...context } = options;
  const still = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const;
  const page = await browser.newPage({ ...still, ...context });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !NOT_OURS.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== new URL(url).origin && !['blob:', 'data:'].includes(protocol)) faults.push(`asks ${request.url()}`);
  });
  if (script !== undefined) await page.addInitScript({ content: script });
  await page.goto(url);
  await settled(page);
  return { page, faults };
}

/** Goes to another address of the explorer without loading it again; what was opened and typed before is closed and empty. */
export async function moveTo(page: Page, path: string): Promise<void> {
  await page.mouse.move(2, 2);
  await page.evaluate((to) => {
    for (const one of document.querySelectorAll('details[open]')) one.removeAttribute('open');
    for (const box of document.querySelectorAll<HTMLInputElement>('[role="combobox"]')) box.value = '';
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    document.querySelector<HTMLElement>('#fit')?.click();
  }, path);
  await settled(page);
  await page.locator('#nodes').press('Home');
  await page.locator('#nodes').blur();
}

/** Waits until the picture that was asked for is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.glossograph?.status() === 'ready');
}

/** Waits until the picture is drawn, names and all. */
export const drawn = (page: Page) => page.waitForFunction(() => glossograph.labels().length > 0);

/** Ids of the nodes in view. */
export const nodeIds = (page: Page): Promise<string[]> =>
  page.evaluate(() => glossograph.nodes().map(({ key: id }) => id));

/** The list under a search box. */
export const suggestions = (on: Page, box: string) => on.locator(`:has(> ${box}) > .suggestions`);

/** Where a node stands still in the window. */
export async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const where = () => page.evaluate((node) => glossograph.screenOf(node), id);
  let before = await where();
  for (;;) {
    await page.waitForTimeout(60);
    const now = await where();
    if (now && before && Math.hypot(now.x - before.x, now.y - before.y) < 0.5) return now;
    before = now;
  }
}

/** What the address bar says. */
export const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

/** What the page opens with. */
export const OPENED = 'Term:information-blocking';
/** What most tests look at, and its address. */
export const CENTRE = 'Term:emr-vs-ehr';
export const AROUND = `/explore?of=${encodeURIComponent(CENTRE)}`;

/** Expects something within the time that a busy machine takes. */
export const soon = <T>(found: () => T) => expect.poll(found, { timeout: 15_000, interval: 40 });
/** What is looked at. */
export const view = (on: Page) => on.evaluate(() => glossograph.view());
/** Presses a button of the panel. */
export const press = (on: Page, name: string) =>
  on.locator('#reading').getByRole('button', { name, exact: true }).click();
/** The heading of what is read. */
export const title = (on: Page) => on.locator('#reading .title');
/** The list of nodes in view. */
export const listed = (on: Page) => on.getByRole('listbox', { name: 'In view' });
/** The name that the list stands at. */
export const active = async (on: Page): Promise<string> => {
  const id = await listed(on).getAttribute('aria-activedescendant');
  return (await on.locator(`#${id} .name`).textContent()) ?? '';
};
