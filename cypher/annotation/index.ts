import { fragment } from '../../src/plan/fragment.ts';

type AsOf = { asOf?: string | null | undefined };

/** A row of `places` and of `ofRegulation`: a name in a text. Offsets count UTF-16 code units; `end` is exclusive. */
export interface AnnotationRow {
  start: number;
  end: number;
  text: string;
}

/** Names of terms in texts. */
export const annotation = {
  places: fragment<{ places: readonly object[] }>('annotation/places'),
  entities: fragment('annotation/entities'),
  ofRegulation: fragment<AsOf>('annotation/of-regulation'),
};
