import { fragment } from '../../src/plan/fragment.ts';

type AsOf = { asOf?: string | null | undefined };

/** A row of `places`, `ofRegulation`, and `ofSection`: a name in a text. Offsets count UTF-16 code units; `end` is exclusive. */
export interface AnnotationRow {
  start: number;
  end: number;
  text: string;
}

/** Names of terms in texts. */
export const annotation = {
  places: fragment<{ places: readonly object[]; within: readonly string[] } & AsOf>('annotation/places'),
  entities: fragment('annotation/entities'),
  definition: fragment('annotation/definition'),
  ofRegulation: fragment<AsOf>('annotation/of-regulation'),
  ofSection: fragment('annotation/of-section'),
};
