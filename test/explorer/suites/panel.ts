/** The panel while one works with it: where the focus is, what stays open, and where its links lead. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Explored } from '../explored.ts';
import { press, query, settled, soon, title } from '../open-page.ts';

const EHR = '/explore?of=Term%3Aehr&depth=1&limit=20&see=Term%3Aehr';

/** The words of what has the focus. */
const focused = (on: Page) => on.evaluate(() => document.activeElement?.textContent);

export function panel({ page }: Explored): void {
  describe('the panel keeps', () => {
    test('the focus on a button whose words change or that can do nothing more', async () => {
      const on = await page(EHR);
      const actions = on.getByRole('group', { name: 'Actions' });
      await actions.getByRole('button', { name: 'Pin', exact: true }).press('Enter');
      await soon(() => query(on).has('pin')).toBe(true);
      await soon(() => focused(on)).toBe('Unpin');
      await actions.getByRole('button', { name: 'Path from here' }).press('Enter');
      await soon(() => query(on).get('from')).toBe('Term:ehr');
      await settled(on);
      expect(await focused(on)).toBe('Path from here');
      expect(await on.locator(':focus').getAttribute('aria-disabled')).toBe('true');
    });

    test('what is open when the day changes, and shows another entity from its title on', async () => {
      const on = await page(EHR);
      await soon(() => title(on).textContent()).toBe('EHR');
      const section = on.locator('#reading .fold').first();
      await section.locator('summary').click();
      await on.locator('#choices summary').click();
      await on.getByLabel('In force on').fill('2026-01-05');
      await soon(() => query(on).get('day')).toBe('2026-01-05');
      await settled(on);
      expect(await section.getAttribute('open')).toBe('');
      const link = section.locator('[data-entity]').first();
      const other = await link.getAttribute('data-entity');
      expect(await link.getAttribute('href')).toMatch(/^\/explore\?.*day=2026-01-05.*see=/); // for a new tab
      await link.press('Enter');
      await soon(() => query(on).get('see')).toBe(other);
      await soon(() => title(on).textContent()).not.toBe('EHR');
      expect(await on.locator('#reading .title:focus').count()).toBe(1);
      expect(await on.locator('#reading .fold[open]').count()).toBe(0);
      await press(on, 'Close');
      await soon(() => on.locator('#panel:focus').count()).toBe(1);
    });
  });
}
