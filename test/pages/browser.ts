/** Hostile words and the picture, as a browser shows them. `looks.test.ts` looks at every page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../setup/browser.ts';
import { SCRIPT } from './fixture.ts';
import type { Site } from './site.ts';

const HOSTILE = ['term', 'alias', 'statute', 'organization', 'standard'].map(
  (kind) => `/${kind}/hostile${kind === 'standard' ? '/1' : ''}`,
);

/** Registers the tests. */
export function testInBrowser(site: Site): void {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** A page that is open, with what the browser complained about. */
  const open = async (path: string, complains: string[]) => {
    const opened = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    opened.on('console', (message) => {
      if (!message.text().includes('status of 404')) complains.push(message.text()); // of the page itself
    });
    opened.on('pageerror', (error) => complains.push(String(error)));
    opened.on('dialog', (dialog) => complains.push(`dialog: ${dialog.message()}`));
    opened.on('requestfailed', (request) => complains.push(`failed: ${request.url()}`));
    opened.on('request', (request) => {
      if (!request.url().startsWith(site.url()) && !request.url().startsWith('data:')) complains.push(request.url());
    });
    await opened.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (violation) => console.log(violation.violatedDirective));
    });
    await opened.goto(site.url() + path);
    return opened;
  };

  describe('in a browser', () => {
    test.each(HOSTILE)('%s: what is hostile is text', async (path) => {
      const complains: string[] = [];
      const opened = await open(path, complains);
      const made = await opened.evaluate(() => ({
        text: document.body.textContent ?? '',
        title: document.title,
        images: document.images.length,
        scripts: [...document.scripts].map(({ type }) => type),
        handlers: [...document.querySelectorAll('*')].flatMap((one) =>
          one.getAttributeNames().filter((name) => name.startsWith('on')),
        ),
        links: [...document.querySelectorAll('[href]')]
          .map((one) => one.getAttribute('href') ?? '')
          .filter((href) => /^\s*javascript/i.test(href)),
      }));
      await opened.close();
      expect(made.text).toContain(SCRIPT);
      expect(made).toMatchObject({ images: 0, scripts: ['module', 'application/ld+json'], handlers: [], links: [] });
      expect(made.title).toBe(`${SCRIPT} · Glossograph`);
      expect(complains).toEqual([]);
    });

    test('labels in the picture do not overlap at any width', async () => {
      for (const width of [1280, 360]) {
        const opened = await browser.newPage({ viewport: { width, height: 800 } });
        await opened.goto(`${site.url()}/term/ehr`);
        const boxes = await opened.evaluate(() =>
          [...document.querySelectorAll('.picture svg[role] text')]
            .map((text) => text.getBoundingClientRect())
            .filter((box) => box.width > 0)
            .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
        );
        await opened.close();
        expect(boxes.length).toBeGreaterThan(10);
        for (const [i, a] of boxes.entries()) {
          expect([a.left >= 0, a.right <= width]).toEqual([true, true]);
          for (const b of boxes.slice(i + 1)) {
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 3 || b.bottom <= a.top + 3).toBe(true);
          }
        }
      }
    });
  });
}
