import { builder } from './builder.ts';
import { Source, type SourceNode } from './evidence.ts';

/** A version of a provision's text. */
interface VersionNode {
  validFrom: string | null;
  validTo: string | null;
  heading: string | null;
  text: string;
  sha256: string;
  source: SourceNode;
}

export const RegulationVersion = builder.objectRef<VersionNode>('RegulationVersion').implement({
  description: 'The text of a provision during a period of time.',
  fields: (t) => ({
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'The date on which this version takes effect.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'The first date on which this version is no longer in force.',
    }),
    heading: t.exposeString('heading', {
      nullable: true,
      description: 'The heading of the provision in this version.',
    }),
    text: t.exposeString('text', { description: 'The text of this version, including all nested provisions.' }),
    sha256: t.exposeString('sha256', { description: 'The SHA-256 hash of the UTF-8 text, in hexadecimal.' }),
    source: t.field({
      type: Source,
      description: 'The source from which this version was imported.',
      resolve: ({ source }) => source,
    }),
  }),
});

const DiffOp = builder.enumType('DiffOp', {
  description: 'The change to a sequence of words between two dates.',
  values: {
    EQUAL: { description: 'The words are in both texts.' },
    INSERT: { description: 'The words are only in the later text.' },
    DELETE: { description: 'The words are only in the earlier text.' },
  } as const,
});

export const DiffChunk = builder.objectRef<{ op: 'EQUAL' | 'INSERT' | 'DELETE'; text: string }>('DiffChunk').implement({
  description: 'A sequence of words that is unchanged, inserted, or deleted.',
  fields: (t) => ({
    op: t.expose('op', { type: DiffOp, description: 'Whether the words are unchanged, inserted, or deleted.' }),
    text: t.exposeString('text', { description: 'The words in this sequence.' }),
  }),
});
