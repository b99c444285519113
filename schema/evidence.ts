import type { FieldRef, SchemaTypes } from '@pothos/core';
import { evidence } from '../cypher/evidence/index.ts';
import type { Fragment } from '../src/plan/fragment.ts';
import { builder } from './builder.ts';
import { EvidenceRule } from './enums.ts';

/** What a (:Source) holds. */
export interface SourceNode {
  id: string;
  name: string;
  url: string | null;
  retrieved: string | null;
  sha256: string | null;
}

export const Source = builder.objectRef<SourceNode>('Source').implement({
  description: 'Where a statement comes from: a document that somebody relied on, or a file that was imported.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable: Source:ecfr-45-171.' }),
    name: t.exposeString('name', { description: 'Its title.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it can be read.' }),
    retrieved: t.expose('retrieved', { type: 'Date', nullable: true, description: 'The day on which it was read.' }),
    sha256: t.exposeString('sha256', { nullable: true, description: "Hash of an imported file's bytes." }),
  }),
});

/** One piece of evidence, as `evidence/of-relation` gives it. */
interface EvidenceRow {
  rule: 'AUTHORED' | 'PARSED' | 'MATCHED';
  quote: string | null;
  start: number | null;
  end: number | null;
}

/** A quote and the text in which it should stand. */
interface QuoteInPlace {
  quote: string | null;
  start: number | null;
  end: number | null;
  text: string | null;
}

const Evidence = builder.objectRef<EvidenceRow>('Evidence').implement({
  description: 'Why a relation is in the graph.',
  fields: (t) => ({
    rule: t.expose('rule', { type: EvidenceRule, description: 'How it came into the graph.' }),
    quote: t.exposeString('quote', { nullable: true, description: "Verbatim, from the source's text." }),
    start: t.exposeInt('start', { nullable: true, description: 'Where the quote begins, in UTF-16 code units.' }),
    end: t.exposeInt('end', { nullable: true, description: 'Where the quote ends, exclusive.' }),
    source: t.one(Source, { nullable: false, description: 'Where it was read.', via: evidence.source }),
    verified: t.value({
      type: 'Boolean',
      description:
        'The quote stands at these offsets in the text that is stored now. False where nothing is quoted: there is nothing to check.',
      cypher: `node {.quote, .start, .end,
        text: coalesce(node.holder.text, node.holder.definition)}`,
      resolve: ({ quote, start, end, text }: QuoteInPlace) =>
        quote !== null && start !== null && end !== null && text?.slice(start, end) === quote,
    }),
  }),
});

/** The field `evidence` of whatever stands for a relation; `via` where it is found otherwise. */
export function evidenceOf<Types extends SchemaTypes, Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
  via: Fragment<object> = evidence.ofRelation,
): FieldRef<Types> {
  return t.many(Evidence as never, {
    description: 'Why it is in the graph: at least one reason.',
    via: via as never,
  }) as unknown as FieldRef<Types>;
}
