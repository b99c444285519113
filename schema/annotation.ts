import { annotation } from '../cypher/annotation/index.ts';
import { badInput } from '../src/graph/errors.ts';
import { IMPORTS } from '../src/link/annotate.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';

/** Where a name stands in a text. */
interface AnnotationRow {
  start: number;
  end: number;
  text: string;
}

export const Annotation = builder.objectRef<AnnotationRow>('Annotation').implement({
  description: 'A place in a text where a name stands.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Where it ends, exclusive.' }),
    text: t.exposeString('text', { description: 'The name as it stands there.' }),
    entities: t.many(Entity, {
      description: 'What it may mean: several where nothing tells which.',
      fragment: annotation.entities,
    }),
  }),
});

/** The largest text that `annotate` takes, in bytes of UTF-8. */
const MOST_BYTES = 64 * 1024;

builder.queryField('annotate', (t) =>
  t.many(Annotation, {
    description:
      'Where names of terms stand in a text of yours, for links and tooltips. The text stands nowhere in the law, so common words that only a legal definition makes terms (access, use, person) are none here.',
    args: { text: t.arg.string({ required: true, description: 'At most 64 KiB.' }) },
    fragment: annotation.places,
    aroundRead: async ({ text }, { reader, vocabulary }, read) => {
      const bytes = Buffer.byteLength(text);
      if (bytes > MOST_BYTES) throw badInput(`text: at most ${MOST_BYTES} bytes, not ${bytes}`);
      return vocabulary.annotate(reader, text, async (places) => {
        const { value, side } = await read({ places }, IMPORTS);
        return { answer: value, imports: side as string[] };
      });
    },
  }),
);
