import { type AnnotationRow, annotation } from '../cypher/annotation/index.ts';
import { readCitation } from '../src/arguments/checks.ts';
import { badInput } from '../src/graph/errors.ts';
import { IMPORTS } from '../src/link/annotate.ts';
import { withContainers } from '../src/model/cfr/containers.ts';
import { formatCitation, regulationId } from '../src/model/citation.ts';
import { AS_OF, VOCABULARIES } from './arguments.ts';
import { builder } from './builder.ts';
import { Definition } from './definition.ts';
import { Entity } from './entity.ts';

export const Annotation = builder.objectRef<AnnotationRow>('Annotation').implement({
  description: "An occurrence of an entity's name in a text.",
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'The start offset of the name, in UTF-16 code units.' }),
    end: t.exposeInt('end', { description: 'The end offset of the name (exclusive), in UTF-16 code units.' }),
    text: t.exposeString('text', { description: 'The name as it appears in the text.' }),
    entities: t.many(Entity, annotation.entities, {
      weight: { rows: 2 },
      description:
        'The entities to which the name can refer. An ambiguous name can refer to more than one entity. The entities are ordered by the rank of their vocabulary, lowest number first.',
    }),
    definition: t.one(Definition, annotation.definition, {
      description:
        'The legal definition of the first entity in `entities`, as it applies in the provision that contains the text. This field is null if the text is not part of a provision or if no definition applies in that provision.',
    }),
  }),
});

/** The largest text that `annotate` takes, in bytes of UTF-8. */
const MOST_BYTES = 64 * 1024;

builder.queryField('annotate', (t) =>
  t.many(Annotation, annotation.places, {
    // A text of 64 KiB contains about 900 names. To find them takes as long as to read 4,000 rows.
    weight: { rows: ({ text }) => text.length / 70, work: ({ text }) => 100 + text.length / 16 },
    description:
      'Finds the names of terms in a text, so that a client can add links and tooltips. Common words that are terms only because a regulation defines them, such as "access" and "person", are not matched.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'The text in which to find names. The text can be up to 64 KiB long in UTF-8.',
      }),
      vocabularies: t.arg(VOCABULARIES),
      within: t.arg.string({
        description:
          'The citation of the provision that contains the text, such as 45 CFR 171.203(a). If this argument is set, words that a regulation defines for the cited provision are also matched.',
      }),
      asOf: t.arg(AS_OF),
    },
    aroundRead: async ({ text, vocabularies, within, asOf }, { reader, vocabulary }, read) => {
      const bytes = Buffer.byteLength(text);
      if (bytes > MOST_BYTES) throw badInput(`text: must contain at most ${MOST_BYTES} bytes in UTF-8, not ${bytes}`);
      const around = within == null ? [] : withContainers(readCitation(within, 'within'));
      const asked = {
        text,
        vocabularies: vocabularies ?? undefined,
        around: around.map(regulationId),
        asOf: asOf ?? undefined,
      };
      return vocabulary.annotate(reader, asked, async (places) => {
        const { value, side } = await read({ places, within: around.map(formatCitation), asOf }, IMPORTS);
        return { answer: value, imports: side as string[] };
      });
    },
  }),
);
