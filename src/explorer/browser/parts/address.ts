import type { Address } from '../explorer.ts';

/** The address bar and the browser's history. */
export const addressBar: Address = {
  read: () => location.search,
  push: (query) => history.pushState(null, '', query === '' ? location.pathname : `?${query}`),
  onMove: (moved) => addEventListener('popstate', moved),
};
