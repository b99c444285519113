import type { Linking } from '../../../view/linking.tsx';
import { select } from '../view/steps.ts';
import { addressAfter } from '../view/url.ts';
import type { View } from '../view/view.ts';

/** Links to entities within the explorer: to the same view with the entity in the panel. The page takes a click as a step. */
export const linkingFrom =
  (view: View): Linking =>
  (id) => ({ href: addressAfter(view, select({ kind: 'node', id })), 'data-entity': id });
