import type { Linking } from '../../../view/linking.tsx';
import { select } from '../view/steps.ts';
import { addressAfter } from '../view/url.ts';
import type { View } from '../view/view.ts';

/**
 * Creates links to entities within the explorer. A link leads to the same view with the entity in the panel. The page
 * handles a click on it as a step.
 */
export const linkingFrom =
  (view: View): Linking =>
  (id) => ({ href: addressAfter(view, select({ kind: 'node', id })), 'data-entity': id });
