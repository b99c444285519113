import { builder } from './builder.ts';
import { Source, type SourceNode } from './evidence.ts';

/** What a (:RegulationVersion) holds. */
interface VersionNode {
  validFrom: string | null;
  validTo: string | null;
  heading: string | null;
  text: string;
  sha256: string;
  source: SourceNode;
}

export const RegulationVersion = builder.objectRef<VersionNode>('RegulationVersion').implement({
  description: 'The text of a provision during a window of time.',
  fields: (t) => ({
    validFrom: t.expose('validFrom', { type: 'Date', nullable: true, description: 'First day on which it stood so.' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: 'First day on which it no longer did.' }),
    heading: t.exposeString('heading', { nullable: true, description: 'Its heading then.' }),
    text: t.exposeString('text', { description: 'Its text then, with all that it contains.' }),
    sha256: t.exposeString('sha256', { description: 'Hash of the text in UTF-8.' }),
    source: t.field({ type: Source, description: 'The edition it was read from.', resolve: ({ source }) => source }),
  }),
});

const DiffOp = builder.enumType('DiffOp', {
  description: 'What became of a run of words.',
  values: {
    EQUAL: { description: 'Stands in both.' },
    INSERT: { description: 'Came in.' },
    DELETE: { description: 'Went out.' },
  } as const,
});

export const DiffChunk = builder.objectRef<{ op: 'EQUAL' | 'INSERT' | 'DELETE'; text: string }>('DiffChunk').implement({
  description: 'A run of words that stayed, came or went.',
  fields: (t) => ({
    op: t.expose('op', { type: DiffOp, description: 'What became of it.' }),
    text: t.exposeString('text', { description: 'The words.' }),
  }),
});
