import { pathOf, type Route } from '../http/route.ts';
import { type Asset, assetOf, compressed, sendAsset } from './asset.ts';
import type { PageFiles } from './bundle.ts';
import { type AssetSource, loaderOf } from './load.ts';

/** A page whose markup is the same for every request. Its scripts and styles have their own path. */
export interface ScriptedPage {
  source: AssetSource;
  /** The path of the page, for the error message about a file that does not exist. */
  path: string;
  /** The path of the page's files. It ends with a slash. */
  prefix: string;
  headers: Readonly<Record<string, string>>;
  /** Returns the markup of the page. */
  shell(files: PageFiles): string;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Creates the responses of a page: its files below the prefix, and its markup for any other path. Everything is
 * compressed only once, so a request costs almost no time or memory.
 */
export function answersOf({ source, path: home, prefix, headers, shell }: ScriptedPage): Route['answer'] {
  const load = loaderOf(source);
  let markup: Promise<Asset> | undefined;
  return async (request, response) => {
    const assets = await load();
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const path = pathOf(request);
    if (!path.startsWith(prefix)) {
      markup ??= compressed(Buffer.from(shell(assets)), 'best').then((bodies) =>
        assetOf(bodies, 'text/html; charset=utf-8'),
      );
      return sendAsset(request, response, await markup, 'no-cache');
    }
    const file = assets.files.get(path.slice(prefix.length));
    if (file) return sendAsset(request, response, file, FOR_EVER);
    // A page from before an update may ask for a removed file; browsers must not keep this response.
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.end(`Not found. The start page is at ${home}.`);
  };
}

/**
 * The headers of a page that loads files only from this server. Other sites cannot embed the page in a frame or access
 * its window.
 */
export const pageHeaders = (policy: readonly string[]) => ({
  'content-security-policy': policy.join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
});
