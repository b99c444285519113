/**
 * Definition cards next to links to terms: `<a class="term" data-card="ID">` shows the content of `#ID`, or of each of
 * several ids. A card opens when the pointer rests on the link, when the link receives the keyboard focus, and on the
 * first tap. The reader can dismiss the card or point at it, and it stays open until the reader leaves it (WCAG 2.2,
 * 1.4.13).
 */
import { besides } from './place.ts';

const LINKS = 'a.term[data-card]';
/** The time until a card opens, and until it closes after the pointer has left, in milliseconds. */
const OPEN_MS = 250;
const CLOSE_MS = 220;

/** Makes every link to a term on the page open its card. */
export function showCards(): void {
  const card = document.createElement('div');
  card.id = 'definition-card';
  card.className = 'definition-card';
  card.hidden = true;
  card.popover = 'manual'; // above everything, and cut off by nothing
  let link: HTMLAnchorElement | null = null;
  let timer = 0;
  let tapped: Element | null = null;

  const later = (act: () => void, wait: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(act, wait);
  };
  const close = () => {
    clearTimeout(timer);
    link?.removeAttribute('aria-describedby');
    link = null;
    card.hidden = true;
    card.remove();
  };
  const open = (next: HTMLAnchorElement, at?: { x: number; y: number }) => {
    clearTimeout(timer);
    if (next === link || !next.isConnected) return; // the page may have changed while the pointer rested
    close();
    const content = contentFor(next);
    if (content === null) return;
    link = next;
    card.replaceChildren(...content);
    card.hidden = false;
    next.after(card); // so that Tab leads from the link into the card
    card.showPopover?.();
    next.setAttribute('aria-describedby', card.id);
    besides(card, next, at);
  };

  document.addEventListener('pointerover', ({ target, pointerType, clientX: x, clientY: y }) => {
    if (pointerType !== 'mouse') return;
    const next = linkAt(target);
    if (next) later(() => open(next, { x, y }), OPEN_MS);
    else if (isIn(card, target)) clearTimeout(timer);
    else if (link === null) clearTimeout(timer);
    else if (!isIn(link, document.activeElement) || !isByKeyboard(link)) later(close, CLOSE_MS);
  });
  document.documentElement.addEventListener('pointerleave', () => link && later(close, CLOSE_MS));
  document.addEventListener('focusin', ({ target }) => {
    const next = linkAt(target);
    if (next && isByKeyboard(next)) later(() => open(next), OPEN_MS);
    else if (link && !isIn(card, target)) close();
  });
  document.addEventListener('pointerdown', ({ target, pointerType }) => {
    const next = linkAt(target);
    tapped = pointerType === 'mouse' ? null : next;
    if (next === null && link && !isIn(card, target)) close();
  });
  document.addEventListener('click', (event) => {
    const next = linkAt(event.target);
    const isTap = next !== null && next === tapped;
    tapped = null;
    if (!isTap || next === link || next === null) return;
    open(next);
    if (link === next) event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    clearTimeout(timer);
    if (link === null || !card.isConnected) return;
    event.preventDefault();
    if (isIn(card, document.activeElement)) link.focus();
    close();
  });
  addEventListener('resize', close);
  // A card moves with the page, but not with a part of it that scrolls by itself.
  document.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof Element && link && target.contains(link) && !card.contains(target)) close();
    },
    { capture: true, passive: true },
  );
}

const linkAt = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>(LINKS) : null;

const isIn = (around: Element, target: EventTarget | null): boolean =>
  target instanceof Node && around.contains(target);

const isByKeyboard = (element: Element): boolean => element.matches(':focus-visible');

/** A copy of what the card shows, and the link to the page; null if the page has no such card. */
function contentFor(link: HTMLAnchorElement): Node[] | null {
  const sources = (link.dataset.card ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
  if (sources.length === 0) return null;
  const copied = document.createElement('div');
  for (const source of sources) {
    const content = source instanceof HTMLTemplateElement ? source.content : source;
    copied.append(...content.cloneNode(true).childNodes);
  }
  for (const element of copied.querySelectorAll('[id]')) element.removeAttribute('id');
  const leads = [...copied.querySelectorAll('a')].some(({ href }) => href === link.href);
  if (!leads) {
    const more = document.createElement('a');
    more.href = link.href;
    more.textContent = 'Open its page';
    copied.append(more);
  }
  return [...copied.childNodes];
}
