/** A real browser for tests of pages: the system's Chromium, driven by playwright-core, which downloads none. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens it; whoever opens it closes it. CHROMIUM names one that is elsewhere. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error('The tests of the pages need Chromium: install the package chromium, or set CHROMIUM to its path');
  }
  return chromium.launch({ executablePath, headless: true, args: SWITCHES });
}
