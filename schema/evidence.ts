import { evidence } from '../cypher/evidence/index.ts';
import { standardText } from '../src/link/texts.ts';
import type { Fragment } from '../src/plan/fragment.ts';
import { pageText } from '../src/prose/page-text.ts';
import { builder, type Types } from './builder.ts';
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

/** A quote and what holds the text in which it should stand. */
interface QuoteInPlace {
  rule: EvidenceRow['rule'];
  quote: string | null;
  start: number | null;
  end: number | null;
  /** The relation is of days that are over. */
  closed: boolean;
  text: string | null;
  /** How the text read on the relation's days, where they are over. */
  former: string[];
  standard: { name: string; summary: string | null } | null;
  page: { definition: string | null; sectionBodies: string[] | null } | null;
}

/** The texts in which a quote may stand: that which stands now, and of days that are over that which stood then. */
function textsOf({ rule, closed, text, former, standard, page }: QuoteInPlace): string[] {
  if (page) return [pageText(page)];
  if (standard) return [standardText(standard)];
  // What was matched in a text that is no more stands in that text alone; a citation may have stayed where it was.
  return [...(closed && rule === 'MATCHED' ? [] : [text ?? '']), ...former];
}

const Evidence = builder.objectRef<EvidenceRow>('Evidence').implement({
  description: 'Why a relation is in the graph.',
  fields: (t) => ({
    rule: t.expose('rule', { type: EvidenceRule, description: 'How it came into the graph.' }),
    quote: t.exposeString('quote', { nullable: true, description: "Verbatim, from the source's text." }),
    start: t.exposeInt('start', { nullable: true, description: 'Where the quote begins, in UTF-16 code units.' }),
    end: t.exposeInt('end', { nullable: true, description: 'Where the quote ends, exclusive.' }),
    source: t.one(Source, { nullable: false, description: 'Where it was read.', fragment: evidence.source }),
    verified: t.value({
      type: 'Boolean',
      description:
        "The quote stands at these offsets in the text that is stored: a provision's own text, as it reads now or, for a relation whose days are over, as it read then; a standard's name and summary, a blank line between them; the sections of a term's page, blank lines between them, or else its definition. False where nothing is quoted: there is nothing to check.",
      cypher: `node {.rule, .quote, .start, .end,
        closed: node.validTo IS NOT NULL, text: node.holder.text,
        former: [at IN range(0, size(coalesce(node.holder.formerFrom, [])) - 1)
          WHERE node.holder.formerFrom[at] < node.validTo AND node.holder.formerTo[at] > coalesce(node.validFrom, '')
          | node.holder.formerText[at]],
        standard: CASE WHEN 'Standard' IN labels(node.holder)
          THEN {name: node.holder.name, summary: node.holder.summary} END,
        page: CASE WHEN 'Term' IN labels(node.holder)
          THEN {definition: node.holder.definition, sectionBodies: node.holder.sectionBodies} END}`,
      resolve: (found: QuoteInPlace) => {
        const { quote, start, end } = found;
        return (
          quote !== null &&
          start !== null &&
          end !== null &&
          textsOf(found).some((text) => text.slice(start, end) === quote)
        );
      },
    }),
  }),
});

/** The field `evidence` of a type that represents a relation, or holds one that `fragment` finds. */
export const evidenceOf = <Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
  fragment: Fragment<object> = evidence.ofRelation,
) => t.many(Evidence, { description: 'Why it is in the graph: at least one reason.', fragment });
