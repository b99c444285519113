import { fragment } from '../../src/plan/fragment.ts';

type AsOf = { asOf?: string | null | undefined };

/** Names of terms in texts. */
export const annotation = {
  places: fragment<{ places: readonly object[] }>('annotation/places'),
  entities: fragment('annotation/entities'),
  ofRegulation: fragment<AsOf>('annotation/of-regulation'),
};
