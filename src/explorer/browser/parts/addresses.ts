/** Handles a click on a link to another view as a step, without loading a new page. */
import type { Explorer } from '../explorer.ts';
import { parseView } from '../view/url.ts';

export function followAddresses(explorer: Explorer): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.origin !== location.origin || link.pathname !== location.pathname || link.hash !== '') return;
    event.preventDefault();
    void explorer.go(() => parseView(link.search));
  });
}
