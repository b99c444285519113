/** The page of a standard, of a version of a standard, or of a part of a version. */
import type { PageKind } from '../page.ts';
import { comparisonPage } from '../standard/compare.tsx';
import { standardPage } from '../standard/page.tsx';

/** /standard/uscdi/v3, /standard/us-core/7.0.0?compare=us-core/6.1.0, /standard/us-core/7.0.0/us-core-patient?view=differential */
export const standard: PageKind = {
  kind: 'STANDARD',
  examples: ['uscdi/v3?compare=uscdi/v1'],
  answer: (request) => (request.given.get('compare') ? comparisonPage(request) : standardPage(request)),
};
