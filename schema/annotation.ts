import { badInput } from '../src/graph/errors.ts';
import { builder } from './builder.ts';
import { Entity, type EntityNode } from './entity.ts';

/** Where a name stands in a text. */
interface AnnotationRow {
  start: number;
  end: number;
  text: string;
  entities: EntityNode[];
}

export const Annotation = builder.objectRef<AnnotationRow>('Annotation').implement({
  description: 'A place in a text where a name stands.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'Where it ends, exclusive.' }),
    text: t.exposeString('text', { description: 'The name as it stands there.' }),
    entities: t.field({ type: [Entity], description: 'What it may mean.', resolve: ({ entities }) => entities }),
  }),
});

/** The largest text that `annotate` takes, in bytes of UTF-8. */
const MOST_BYTES = 64 * 1024;

builder.queryField('annotate', (t) =>
  t.field({
    type: [Annotation],
    description:
      'Where names of entities stand in a text of yours, for links and tooltips. Finds nothing yet: linking is not built.',
    args: { text: t.arg.string({ required: true, description: 'At most 64 KiB.' }) },
    resolve: (_root, { text }) => {
      const bytes = Buffer.byteLength(text);
      if (bytes > MOST_BYTES) throw badInput(`text: at most ${MOST_BYTES} bytes, not ${bytes}`);
      return [];
    },
  }),
);
