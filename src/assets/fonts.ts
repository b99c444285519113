/**
 * The fonts of the pages and the explorer. The fonts come from npm packages, and this server serves them, so pages do
 * not request anything from another server.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathOf, type Route } from '../http/route.ts';

/** A file of a variable font. */
interface Font {
  family: string;
  style: 'normal' | 'italic';
  /** The range of font weights. */
  weights: string;
  file: string;
  /** Whether every page needs this font immediately. */
  isFirst: boolean;
}

const FONTS: readonly Font[] = [
  {
    ...{ family: 'Source Serif 4 Variable', style: 'normal', weights: '200 900', isFirst: true },
    file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  },
  {
    ...{ family: 'Source Serif 4 Variable', style: 'italic', weights: '200 900', isFirst: false },
    file: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  },
  {
    ...{ family: 'Inter Variable', style: 'normal', weights: '100 900', isFirst: true },
    file: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  },
];

/** The characters that the files have, as the package lists them. Other characters come from fonts of the reader's machine. */
const LATIN =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';

const PREFIX = '/fonts/';
const require = createRequire(import.meta.url);

const FILES = FONTS.map((font) => {
  const content = readFileSync(require.resolve(font.file));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { ...font, content, path: `${PREFIX}${font.file.replace(/^.*\/|\.woff2$/g, '')}-${hash}.woff2` };
});

/** The addresses of the fonts that every page needs immediately. */
export const FIRST_FONTS: readonly string[] = FILES.filter(({ isFirst }) => isFirst).map(({ path }) => path);

/**
 * CSS that declares the fonts. If a font arrives late, the browser uses it only on the next page, so that text does not
 * move.
 */
export const fontStyles = (): string =>
  FILES.map(
    ({ family, style, weights, path }) =>
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:optional;src:url("${path}") format("woff2");unicode-range:${LATIN}}`,
  ).join('\n');

/** The route of the font files. A file's name changes with its content, so browsers can cache the file permanently. */
export const fontsRoute: Route = {
  kind: 'file',
  matches: (path) => path.startsWith(PREFIX),
  answer(request, response) {
    const file = FILES.find(({ path }) => path === pathOf(request));
    if (file === undefined) return void response.writeHead(404, { 'cache-control': 'no-store' }).end();
    response.setHeader('cache-control', 'public, max-age=31536000, immutable');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.writeHead(200, { 'content-type': 'font/woff2', 'content-length': file.content.byteLength });
    response.end(request.method === 'HEAD' ? undefined : file.content);
  },
};
