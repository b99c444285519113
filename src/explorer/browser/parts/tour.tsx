/** The caption of a tour stop, with links to the next and the previous stop. */
import { render } from 'preact';
import { stopAddress, TOURS, type Tour } from '../../tours.ts';
import { byId } from '../dom.ts';
import type { Explorer, State } from '../explorer.ts';
import { leaveTour } from '../view/steps.ts';
import { say } from './say.ts';

export function showTour(explorer: Explorer): void {
  const box = byId('tour', HTMLElement);
  const draw = ({ view }: State) => {
    const tour = TOURS.find(({ name }) => name === view.tour?.name);
    const at = view.tour?.stop ?? 0;
    const held = box.contains(document.activeElement);
    box.hidden = tour === undefined;
    render(tour ? <Stop tour={tour} at={at} leave={() => void explorer.go(leaveTour)} /> : null, box);
    // The last stop has no next one, so the focus needs another place.
    if (held && !box.contains(document.activeElement)) box.querySelector<HTMLElement>('button')?.focus();
    say(tour?.stops[at - 1]?.caption ?? '');
  };
  explorer.subscribe((state, before) => {
    const [now, then] = [state.view.tour, before.view.tour];
    if (now?.name !== then?.name || now?.stop !== then?.stop) draw(state);
  });
  draw(explorer.state);
}

const Stop = ({ tour, at, leave }: { tour: Tour; at: number; leave(): void }) => (
  <>
    <p class="where">
      {tour.title} · {at} of {tour.stops.length}
    </p>
    <p>{tour.stops[at - 1]?.caption}</p>
    <p class="ways">
      {at > 1 && (
        <a key="prev" rel="prev" class="button" href={stopAddress(tour, at - 1)}>
          Previous
        </a>
      )}
      {at < tour.stops.length && (
        <a key="next" rel="next" class="button" href={stopAddress(tour, at + 1)}>
          Next
        </a>
      )}
      <button type="button" onClick={leave}>
        Leave the tour
      </button>
    </p>
  </>
);
