/** The icons of the site: a circle, a square, and a diamond connected by lines. */
import { readFileSync } from 'node:fs';
import { pathOf, type Route } from '../http/route.ts';
import { PACKAGE_ROOT } from '../version.ts';

/** The icon for browsers that can draw icons at any size. It follows the theme. */
export const FAVICON_SVG = '/favicon.svg';
/** The icon for all other browsers. They request this address even if no page refers to it. */
export const FAVICON = '/favicon.ico';
/** The icon for the home screen of a phone. */
export const APPLE_TOUCH_ICON = '/apple-touch-icon.png';

const TYPES: Readonly<Record<string, string>> = {
  [FAVICON_SVG]: 'image/svg+xml',
  [FAVICON]: 'image/vnd.microsoft.icon',
  [APPLE_TOUCH_ICON]: 'image/png',
};

const FILES = new Map(
  Object.entries(TYPES).map(([path, type]) => [
    path,
    { type, content: readFileSync(new URL(`src/pages/icons${path}`, PACKAGE_ROOT)) },
  ]),
);

/** The route of the icons. Their addresses never change, so browsers request them again after a week. */
export const iconsRoute: Route = {
  kind: 'file',
  matches: (path) => FILES.has(path),
  answer(request, response) {
    const file = FILES.get(pathOf(request));
    if (file === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.content.byteLength,
      'cache-control': 'public, max-age=604800',
    });
    response.end(request.method === 'HEAD' ? undefined : file.content);
  },
};
