/** A real browser for tests of pages: the system's Chromium, driven by playwright-core, which downloads none. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const SWITCHES: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of the browser. CHROMIUM names one that is elsewhere. @throws Error if there is none */
export function browserPath(): string {
  const found = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error('The tests of the pages need Chromium: install the package chromium, or set CHROMIUM to its path');
}

/** Opens it; whoever opens it closes it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), headless: true, args: [...SWITCHES] });
