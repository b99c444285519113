import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fontStyles } from '../assets/fonts.ts';
import { kindStyles } from '../model/kinds/styles.ts';
import { PACKAGE_ROOT } from '../version.ts';

/** The files of the style sheet, in their order. The explorer uses the tokens, too. */
const FILES = [
  ...['tokens', 'base', 'layout', 'parts', 'asking', 'cards', 'law', 'redline', 'term', 'standard', 'adopted'],
  ...['front', 'indexes', 'changes', 'suggestions', 'search', 'print'],
];

/** The style sheet of all pages: the fonts, the colors of kinds, and the files. */
export const STYLESHEET: string = [
  fontStyles(),
  kindStyles(),
  ...FILES.map((name) => readFileSync(new URL(`src/view/style/${name}.css`, PACKAGE_ROOT), 'utf8')),
].join('\n');

/** The address of the style sheet. It changes with the content, so browsers can cache the file permanently. */
export const STYLESHEET_PATH: string = `/pages/${createHash('sha256').update(STYLESHEET).digest('hex').slice(0, 16)}.css`;
