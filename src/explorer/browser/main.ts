/** Starts the explorer: the state, and the parts that show it. */
import { type Address, Explorer } from './explorer.ts';
import { showSaving } from './exports/save.ts';
import { showPanel } from './panel/panel.ts';
import { showControls } from './parts/controls.ts';
import { showElsewhere } from './parts/elsewhere.ts';
import { handleOf } from './parts/handle.ts';
import { showLegend } from './parts/legend.ts';
import { showList } from './parts/list.ts';
import { showPicture } from './parts/picture.ts';
import { showPathEnds, showSearch } from './parts/search.ts';
import { showStatus } from './parts/status.ts';

/** The address bar and the browser's history. */
const addressBar: Address = {
  read: () => location.search,
  push: (query) => history.pushState(null, '', query === '' ? location.pathname : `?${query}`),
  onMove: (moved) => addEventListener('popstate', moved),
};

const explorer = new Explorer(addressBar);
const parts = [
  showStatus,
  showControls,
  showLegend,
  showList,
  showPanel,
  showSearch,
  showPathEnds,
  showSaving,
  showElsewhere,
];
for (const show of parts) show(explorer);
const renderer = showPicture(explorer);
Object.defineProperty(window, 'glossograph', { value: handleOf(explorer, renderer) });
void explorer.start();
