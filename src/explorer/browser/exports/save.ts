/** The buttons that save the picture. */
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { say } from '../parts/say.ts';
import { readTheme } from '../render/theme.ts';
import { jsonOf } from './json.ts';
import { pngOf } from './png.ts';
import { svgOf } from './svg.ts';

type Make = (state: State) => Blob | Promise<Blob>;

const FORMATS: Readonly<Record<'png' | 'svg' | 'json', Make>> = {
  png: (state) => pngOf(svgOf(state, readTheme())),
  svg: (state) => new Blob([svgOf(state, readTheme())], { type: 'image/svg+xml' }),
  json: (state) => new Blob([jsonOf(state)], { type: 'application/json' }),
};

export function showSaving(explorer: Explorer): void {
  for (const [format, make] of Object.entries(FORMATS)) {
    const button = byId(`save-${format}`, HTMLButtonElement);
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        download(await make(explorer.state), `glossograph.${format}`);
        say(`Saved glossograph.${format}.`);
      } catch {
        say(`This picture cannot be saved as ${format.toUpperCase()}.`);
      } finally {
        button.disabled = false;
      }
    });
  }
}

function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
