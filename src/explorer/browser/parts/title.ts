/** The title of the browser tab, which describes the picture. */
import { withMarks } from '../../../prose/hidden.ts';
import type { Explorer } from '../explorer.ts';
import { titleOf } from '../model/summary.ts';

export function showTitle(explorer: Explorer): void {
  explorer.subscribe((state) => {
    if (state.status !== 'ready') return;
    const what = titleOf(state.scene, state.view);
    document.title = withMarks([...(what === '' ? [] : [what]), 'Explore', 'Glossograph'].join(' · '));
  });
}
