/** On small screens, a button opens the filters and the list as a sheet over the lower part of the page. */
import { byId } from '../dom.ts';

export function showSheet(): void {
  const button = byId('sheet', HTMLButtonElement);
  const side = byId('side', HTMLElement);
  const put = (open: boolean) => {
    side.classList.toggle('open', open);
    button.setAttribute('aria-expanded', String(open));
  };
  const isOpen = () => side.classList.contains('open');
  button.addEventListener('click', () => put(!isOpen()));
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && isOpen() && !side.contains(target) && !button.contains(target)) put(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOpen()) return;
    event.preventDefault();
    put(false);
    button.focus();
  });
}
