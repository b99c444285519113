/** The differences between two texts, word by word. */
import { builder } from './builder.ts';

const DiffOp = builder.enumType('DiffOp', {
  description: 'Whether a sequence of words occurs in the earlier text, in the later text, or in both.',
  values: {
    EQUAL: { description: 'The words occur in both texts.' },
    INSERT: { description: 'The words occur only in the later text.' },
    DELETE: { description: 'The words occur only in the earlier text.' },
  } as const,
});

export const DiffChunk = builder.objectRef<{ op: 'EQUAL' | 'INSERT' | 'DELETE'; text: string }>('DiffChunk').implement({
  description: 'A sequence of words that is unchanged, inserted, or deleted.',
  fields: (t) => ({
    op: t.expose('op', { type: DiffOp, description: 'Whether the words are unchanged, inserted, or deleted.' }),
    text: t.exposeString('text', { description: 'The words in this sequence.' }),
  }),
});
