/** The minimum distances from the edges of the window and from the line, in pixels. */
const EDGE = 8;
const GAP = 6;
const LEAST_HEIGHT = 96;

/**
 * Places a card next to a link: below all lines of the link, or above them if there is more space. The card is inside
 * the window, moves with the page, and does not cover any part of the link.
 *
 * @param at the position of the pointer on the link, in window coordinates; by default, the beginning of the link
 */
export function besides(card: HTMLElement, link: HTMLElement, at?: { x: number; y: number }): void {
  const lines = [...link.getClientRects()];
  const around = link.getBoundingClientRect();
  const line = (at && lines.find(({ top, bottom }) => top <= at.y && at.y <= bottom)) ?? lines[0] ?? around;
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  card.style.maxHeight = '';
  card.style.left = '0';
  card.style.top = '0';
  const { offsetWidth, offsetHeight } = card;
  const above = around.top - GAP - EDGE;
  const below = height - around.bottom - GAP - EDGE;
  const isBelow = below >= offsetHeight || below >= above;
  const room = Math.max(LEAST_HEIGHT, isBelow ? below : above);
  card.style.maxHeight = `${room}px`;
  const left = Math.max(EDGE, Math.min(line.left, width - offsetWidth - EDGE));
  const top = isBelow ? around.bottom + GAP : around.top - GAP - Math.min(offsetHeight, room);
  // Where the card came to lie at 0, 0 tells where its containing block is.
  const origin = card.getBoundingClientRect();
  card.style.left = `${left - origin.left}px`;
  card.style.top = `${top - origin.top}px`;
}
