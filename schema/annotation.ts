import { type AnnotationRow, annotation } from '../cypher/annotation/index.ts';
import { badInput } from '../src/graph/errors.ts';
import { IMPORTS } from '../src/link/annotate.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';

export const Annotation = builder.objectRef<AnnotationRow>('Annotation').implement({
  description: 'An occurrence of the name of an entity in a text.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'The start offset of the name, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'The end offset of the name (exclusive), in UTF-16 code units.' }),
    text: t.exposeString('text', { description: 'The name as it appears in the text.' }),
    entities: t.many(Entity, annotation.entities, {
      description: 'The entities that the name can refer to; more than one if the name is ambiguous.',
    }),
  }),
});

/** The largest text that `annotate` takes, in bytes of UTF-8. */
const MOST_BYTES = 64 * 1024;

builder.queryField('annotate', (t) =>
  t.many(Annotation, annotation.places, {
    description:
      'Finds the names of terms in a text, so that a client can add links and tooltips. Common words that are terms only because a regulation defines them, such as "access" and "person", are not matched.',
    args: {
      text: t.arg.string({ required: true, description: 'The text in which to find names, at most 64 KiB in UTF-8.' }),
    },
    aroundRead: async ({ text }, { reader, vocabulary }, read) => {
      const bytes = Buffer.byteLength(text);
      if (bytes > MOST_BYTES) throw badInput(`text: must contain at most ${MOST_BYTES} bytes in UTF-8, not ${bytes}`);
      return vocabulary.annotate(reader, text, async (places) => {
        const { value, side } = await read({ places }, IMPORTS);
        return { answer: value, imports: side as string[] };
      });
    },
  }),
);
