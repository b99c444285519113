import { adoption } from '../cypher/adoption/index.ts';
import { citation } from '../cypher/citation/index.ts';
import { coverage } from '../cypher/coverage/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import { standard } from '../cypher/standard/index.ts';
import { builder } from './builder.ts';
import { Coverage } from './coverage.ts';
import { DateBasis } from './enums.ts';
import { evidenceOf } from './evidence.ts';
import { Regulation, Standard } from './refs.ts';

/** A relation ADOPTS, or a pending one, with its two ends; the standard may be missing. */
type AdoptionRow = Readonly<Record<'said' | 'from' | 'standard', unknown>>;

export const Adoption = builder.objectRef<AdoptionRow>('Adoption').implement({
  description: 'The adoption of a standard by a provision, with the dates on which the adoption takes effect and ends.',
  fields: (t) => ({
    regulation: t.one(Regulation, citation.source, {
      nullable: false,
      description: 'The provision that adopts the standard.',
    }),
    standard: t.one(Standard, adoption.standard, {
      description: 'The adopted standard, or null if it is not in the graph. In that case, `text` names the standard.',
    }),
    text: t.value({
      type: 'String',
      description: 'The words that name the adopted standard in the official text, or else the name of the standard.',
      cypher: 'coalesce(node.said.text, node.standard.name)',
    }),
    validFrom: t.value({
      type: 'Date',
      nullable: true,
      description:
        'The date on which the adoption takes effect, or null if the date is unknown. An adoption with an unknown date is listed from the date of the first imported edition that contains it.',
      cypher: 'node.said.validFrom',
    }),
    validFromBasis: t.value({
      type: DateBasis,
      description: 'What `validFrom` is based on: UNKNOWN if `validFrom` is null.',
      cypher:
        "CASE WHEN node.said.validFrom IS NULL THEN 'UNKNOWN' ELSE coalesce(node.said.validFromBasis, 'STATED') END",
    }),
    validTo: t.value({
      type: 'Date',
      nullable: true,
      description: 'The first date on which the adoption is no longer in effect.',
      cypher: 'node.said.validTo',
    }),
    validToBasis: t.value({
      type: DateBasis,
      nullable: true,
      description: 'What `validTo` is based on, or null if `validTo` is null.',
      cypher: "CASE WHEN node.said.validTo IS NOT NULL THEN coalesce(node.said.validToBasis, 'STATED') END",
    }),
    coverage: t.one(Coverage, coverage.ofAdoption, {
      nullable: false,
      description: 'How sure the text of the adopting provision is on the date for which the adoption is listed.',
    }),
    evidence: evidenceOf(t, evidence.ofCitation),
  }),
});

builder.queryField('standardsInForce', (t) =>
  t.many(Adoption, standard.inForce, {
    description:
      'Everything that federal regulations adopt as of a given date, each with the provision that adopts it. Adoptions of standards that are not in the graph come last.',
    args: {
      asOf: t.arg({
        type: 'Date',
        required: true,
        description: 'The date for which to list the adoptions, such as 2026-01-31.',
      }),
    },
  }),
);
