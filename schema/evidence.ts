import { type EvidenceRow, evidence, inPlace } from '../cypher/evidence/index.ts';
import { standardText } from '../src/link/texts.ts';
import type { Fragment } from '../src/plan/fragment.ts';
import { pageText } from '../src/prose/page-text.ts';
import { builder, type Types } from './builder.ts';
import { EvidenceRule } from './enums.ts';

/** The properties of a `(:Source)` node. */
export interface SourceNode {
  id: string;
  name: string;
  url: string | null;
  retrieved: string | null;
  sha256: string | null;
}

export const Source = builder.objectRef<SourceNode>('Source').implement({
  description: 'A source of information: either a document that an author consulted or an imported file.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A stable id, such as Source:ecfr-45-171.' }),
    name: t.exposeString('name', { description: 'The title of the source.' }),
    url: t.exposeString('url', { nullable: true, description: 'The URL of the source.' }),
    retrieved: t.expose('retrieved', {
      type: 'Date',
      nullable: true,
      description: 'The date on which the source was retrieved.',
    }),
    sha256: t.exposeString('sha256', {
      nullable: true,
      description: 'The SHA-256 hash of the imported file, in hexadecimal.',
    }),
  }),
});

/** A quote with offsets, and the record whose text should contain it. */
interface QuoteInPlace {
  rule: EvidenceRow['rule'];
  quote: string;
  start: number;
  end: number;
  /** Whether the relation is no longer in force. */
  closed: boolean;
  text: string | null;
  /** The authority note of a provision, which names the statutes that authorize the provision. */
  authority: string | null;
  /** The amendment notes of a provision, which cite Federal Register pages. */
  amendments: string[];
  /** The earlier texts from the period in which the relation was in force, if it is no longer in force. */
  former: string[];
  standard: { name: string; summary: string | null } | null;
  page: { definition: string | null; sectionBodies: string[] | null } | null;
}

/** What a statement can tell of a quote, or else the texts to compare. */
type VerifiableRow = { inPlace: boolean } | (QuoteInPlace & { inPlace?: undefined });

/** The texts that may contain a quote: the current text, or the former text if the relation no longer holds. */
function textsOf({ rule, closed, text, authority, amendments, former, standard, page }: QuoteInPlace): string[] {
  if (page) return [pageText(page)];
  if (standard) return [standardText(standard)];
  // A match in a former text occurs in that text only; a citation may still be in the current text.
  return [...(closed && rule === 'MATCHED' ? [] : [text ?? '', authority ?? '', ...amendments]), ...former];
}

const containsQuote = (found: QuoteInPlace): boolean =>
  textsOf(found).some((text) => text.slice(found.start, found.end) === found.quote);

/** A `VerifiableRow`. Long texts are returned only if the statement itself cannot tell. */
const verifiable = `head([found IN [${inPlace}] | CASE WHEN found IS NOT NULL THEN {inPlace: found}
  ELSE node {.rule, .quote, .start, .end,
    closed: node.validTo IS NOT NULL, text: node.holder.text, authority: node.holder.authority,
    amendments: [note IN [node.holder.amendments, node.holder.published] WHERE note IS NOT NULL],
    former: [at IN range(0, size(coalesce(node.holder.formerFrom, [])) - 1)
      WHERE node.holder.formerFrom[at] < node.validTo AND node.holder.formerTo[at] > coalesce(node.validFrom, '')
      | node.holder.formerText[at]],
    standard: CASE WHEN 'Standard' IN labels(node.holder)
      THEN {name: node.holder.name, summary: node.holder.summary} END,
    page: CASE WHEN 'Term' IN labels(node.holder)
      THEN {definition: node.holder.definition, sectionBodies: node.holder.sectionBodies} END} END])`;

const Evidence = builder.objectRef<EvidenceRow>('Evidence').implement({
  description: 'Evidence for a relation: the source, the method, and, if available, a quote.',
  fields: (t) => ({
    rule: t.expose('rule', { type: EvidenceRule, description: 'The method by which the relation was created.' }),
    quote: t.exposeString('quote', { nullable: true, description: 'A verbatim quote from the source.' }),
    start: t.exposeInt('start', {
      nullable: true,
      description: 'The start offset of the quote, in UTF-16 code units.',
    }),
    end: t.exposeInt('end', {
      nullable: true,
      description: 'The end offset of the quote (exclusive), in UTF-16 code units.',
    }),
    source: t.one(Source, evidence.source, { nullable: false, description: 'The source of the evidence.' }),
    verified: t.value({
      type: 'Boolean',
      weight: { work: 10 }, // the whole text is read for each quote
      description:
        "True if the stored text contains the quote at the offsets in `start` and `end`. For a quote without offsets, this field is true if the provision's heading contains the quote. If there is no quote, this field is false. The stored text of a provision is its current text, or its earlier text if the relation is no longer in effect. For a statute that authorizes a provision, the stored text is the provision's authority note. For a rule that amends a provision, the stored text consists of the provision's amendment notes. The stored text of a standard is its name and summary, separated by a blank line. The stored text of a term consists of the sections of its page, separated by blank lines, or of its definition if the page has no sections.",
      cypher: verifiable,
      resolve: (found: VerifiableRow) => (found.inPlace === undefined ? containsQuote(found) : found.inPlace),
    }),
  }),
});

/** The `evidence` field of a type that represents a relation, or that contains a relation found by `fragment`. */
export const evidenceOf = <Parent>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>,
  fragment: Fragment<object> = evidence.ofRelation,
) =>
  t.many(Evidence, fragment, {
    description: 'The evidence for this relation; the list is never empty.',
    weight: { rows: 3 },
  });

/** The fields of an edge that represents a `MENTIONS` relation. */
export const mentionFields = <Parent>(t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>) => ({
  count: t.value({
    type: 'Int',
    description: 'The number of times that the term occurs in the provision.',
    cypher: 'size(edge.evidenceRules)',
  }),
  evidence: evidenceOf(t),
});
