import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { kindStyles } from '../model/kinds/styles.ts';
import { PACKAGE_ROOT } from '../version.ts';

/** The one stylesheet of all pages: the colors of kinds, then style.css. */
export const STYLESHEET: string = kindStyles() + readFileSync(new URL('src/pages/style.css', PACKAGE_ROOT), 'utf8');

/** Its address changes with its content, so browsers may keep it for good. */
export const STYLESHEET_PATH: string = `/pages/${createHash('sha256').update(STYLESHEET).digest('hex').slice(0, 16)}.css`;
