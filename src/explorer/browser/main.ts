/** Starts the explorer: creates the state and the parts that show it. */
import '../../view/hidden-signs.ts';
import { showCards } from '../../view/browser/cards.ts';
import { type Address, Explorer } from './explorer.ts';
import { showSaving } from './exports/save.ts';
import { showPanel } from './panel/panel.tsx';
import { followAddresses } from './parts/addresses.ts';
import { showBetween } from './parts/between.tsx';
import { showControls } from './parts/controls.ts';
import { showElsewhere } from './parts/elsewhere.ts';
import { handleOf } from './parts/handle.ts';
import { showLegend } from './parts/legend.ts';
import { showList } from './parts/list.tsx';
import { showPicture } from './parts/picture.ts';
import { showPathEnds, showSearch } from './parts/search.ts';
import { showSheet } from './parts/sheet.ts';
import { showStatus } from './parts/status.tsx';
import { showTitle } from './parts/title.ts';
import { showTour } from './parts/tour.tsx';

/** The address bar and the browser's history. */
const addressBar: Address = {
  read: () => location.search,
  push: (query) => history.pushState(null, '', query === '' ? location.pathname : `?${query}`),
  onMove: (moved) => addEventListener('popstate', moved),
};

/** A narrow stage has no room for names on both sides. */
const stage = (): 'wide' | 'narrow' => (matchMedia('(min-width: 40rem)').matches ? 'wide' : 'narrow');

const explorer = new Explorer(addressBar, stage);
showCards(); // before the parts, so that Escape closes a card alone
const parts = [
  showTitle,
  showStatus,
  showSheet,
  showControls,
  showLegend,
  showList,
  showPanel,
  showSearch,
  showPathEnds,
  showSaving,
  showElsewhere,
  showTour,
  showBetween,
  followAddresses,
];
for (const show of parts) show(explorer);
const renderer = showPicture(explorer);
Object.defineProperty(window, 'glossograph', { value: handleOf(explorer, renderer) });
void explorer.start();
