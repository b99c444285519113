import { statement } from '../../src/graph/statement.ts';
import type { Linking } from '../../src/model/vocabulary.ts';
import { fragment } from '../../src/plan/fragment.ts';

/** A vocabulary in the graph, with its settings and the number of its terms. */
export interface VocabularyStatus {
  key: string;
  name: string;
  linking: Linking;
  rank: number;
  terms: number;
}

/** Vocabularies. */
export const vocabulary = {
  all: fragment('vocabulary/all'),
  of: fragment('vocabulary/of'),
};

/** Statements about all vocabularies. */
export const vocabularies = {
  listed: statement<object, VocabularyStatus>('vocabulary/listed'),
  notated: statement<{ vocabulary: string }, { id: string; name: string; notation: string }>('vocabulary/notated'),
  stored: statement<object, { key: string; properties: Record<string, unknown> }>('vocabulary/stored'),
};
