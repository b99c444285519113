/** A tooltip: pointer or focus shows it, it stays while the pointer is over it, and Escape hides it. */
import { h } from '../dom.ts';

const AWAY_MS = 150;
const tip = h('div', { id: 'tip', class: 'tip', role: 'tooltip', hidden: true });
let timer = 0;

/** @param content makes the content whenever the tooltip is shown */
export function tipFor(element: HTMLElement, content: () => readonly (Node | string)[]): void {
  element.setAttribute('aria-describedby', tip.id);
  const show = () => {
    clearTimeout(timer);
    if (!tip.isConnected) document.body.append(tip);
    tip.replaceChildren(...content());
    tip.hidden = false;
    placeAt(element);
  };
  element.addEventListener('pointerenter', show);
  element.addEventListener('focus', show);
  element.addEventListener('pointerleave', hideSoon);
  element.addEventListener('blur', hide);
}

export function hide(): void {
  clearTimeout(timer);
  tip.hidden = true;
}

function hideSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(hide, AWAY_MS);
}

/** Places the tooltip below the element, or above it if there is more room, always inside the window. */
function placeAt(element: HTMLElement): void {
  const { left, top, bottom } = element.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const below = bottom + height + 8 < innerHeight || top < height;
  tip.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  tip.style.top = `${below ? bottom + 4 : top - height - 4}px`;
}

tip.addEventListener('pointerenter', () => clearTimeout(timer));
tip.addEventListener('pointerleave', hideSoon);
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || tip.hidden) return;
  event.preventDefault();
  hide();
});
