import { adoption } from '../cypher/adoption/index.ts';
import { citation } from '../cypher/citation/index.ts';
import { coverage } from '../cypher/coverage/index.ts';
import { evidence } from '../cypher/evidence/index.ts';
import { canonicalCitation } from '../src/arguments/checks.ts';
import { type NoticeKind as Kind, NOTICE_KINDS } from '../src/model/notice.ts';
import { builder } from './builder.ts';
import { Coverage } from './coverage.ts';
import { DateBasis, described } from './enums.ts';
import { evidenceOf, Source } from './evidence.ts';
import { pageOf } from './page.ts';
import { Regulation, Standard } from './refs.ts';

/** An ADOPTS relation or a pending one, with both of its ends. The standard may be missing. */
type AdoptionRow = Readonly<Record<'said' | 'from' | 'standard', unknown>>;

const NoticeKind = builder.enumType('NoticeKind', {
  description:
    "The kinds of notices about an adoption. Notices are needed because an adoption's effective date does not show when enforcement begins.",
  values: described<Kind>(NOTICE_KINDS, {
    ENFORCEMENT_DISCRETION:
      'While the notice applies, the agency refrains from enforcing all or part of the requirement.',
    SVAP: 'Under the Standards Version Advancement Process (SVAP), developers may use another approved version instead of the adopted version.',
    COMPLIANCE_DATE: 'The notice states when certified technology must comply with the adopted standard.',
    ALTERNATIVE: 'While the notice applies, another standard also meets the requirement.',
  }),
});

/** A row of `cypher/adoption/notices.cypher`. */
interface NoticeRow {
  kind: Kind;
  text: string;
  from: string | null;
  to: string | null;
}

const Notice = builder.objectRef<NoticeRow>('Notice').implement({
  description:
    'A statement about the enforcement of an adopted standard, written for Glossograph and based on a source.',
  fields: (t) => ({
    kind: t.expose('kind', { type: NoticeKind, description: 'The kind of notice, such as COMPLIANCE_DATE.' }),
    text: t.exposeString('text', { description: 'The text of the notice.' }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first date on which the notice applies, or null if no start date is stated.',
    }),
    to: t.expose('to', {
      type: 'Date',
      nullable: true,
      description: 'The first date on which the notice no longer applies, or null if no end date is stated.',
    }),
    source: t.one(Source, evidence.source, {
      nullable: false,
      description: 'The source on which the notice is based.',
    }),
  }),
});

export const Adoption = builder.objectRef<AdoptionRow>('Adoption').implement({
  description:
    'The adoption of a standard by a provision of the law, with the dates on which the adoption takes effect and ends.',
  fields: (t) => ({
    regulation: t.one(Regulation, citation.source, {
      nullable: false,
      description: 'The provision that adopts the standard.',
    }),
    standard: t.one(Standard, adoption.standard, {
      description:
        'The adopted standard, or null if the standard is not in the graph. If `standard` is null, `text` names the adopted standard.',
    }),
    text: t.value({
      type: 'String',
      description:
        "The name of the adopted standard as worded in the official text. If the official wording is not known, this field contains the standard's name.",
      cypher: 'coalesce(node.said.text, node.standard.name)',
    }),
    validFrom: t.value({
      type: 'Date',
      nullable: true,
      description:
        'The date on which the adoption takes effect, or null if the date is unknown. An adoption whose effective date is unknown is listed only for dates on or after the date of the first imported edition that contains the adoption.',
      cypher: 'node.said.validFrom',
    }),
    validFromBasis: t.value({
      type: DateBasis,
      description: 'What the date in `validFrom` is based on, or UNKNOWN if `validFrom` is null.',
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
      description: 'What the date in `validTo` is based on, or null if `validTo` is null.',
      cypher: "CASE WHEN node.said.validTo IS NOT NULL THEN coalesce(node.said.validToBasis, 'STATED') END",
    }),
    coverage: t.one(Coverage, coverage.ofAdoption, {
      nullable: false,
      description:
        "How certain it is that the adopting provision's text is in force on the requested date. The default date is the current date in UTC.",
    }),
    notices: t.many(Notice, adoption.notices, {
      weight: { rows: 1 },
      description:
        'Notices that affect compliance with the adopted standard, such as a notice of enforcement discretion or of a later compliance date. Each notice has a source.',
    }),
    evidence: evidenceOf(t, evidence.ofCitation),
  }),
});

const AdoptionConnection = pageOf(Adoption, 'Adoption', {
  connection: (t) => ({
    coverage: t.one(Coverage, adoption.coverage, {
      nullable: false,
      description:
        'How complete this list is. The list can omit adoptions by sections whose text on the requested date is unknown; the `missing` field shows the number of such sections.',
    }),
  }),
});

builder.queryFields((t) => ({
  adoptions: t.page(AdoptionConnection, adoption.all, {
    weight: { work: 600 },
    description:
      'All standards that federal regulations adopt as of a given date, each with the adopting provision. Adoptions of standards that are not in the graph come last.',
    args: {
      asOf: t.arg({
        type: 'Date',
        description: 'The date for which to list the adoptions; by default, the current date in UTC.',
      }),
      within: t.arg.string({
        description:
          'Include only adoptions by the provision with this citation, such as 45 CFR 170.215, or by provisions nested in it.',
      }),
      expiringBefore: t.arg({
        type: 'Date',
        description: 'Include only adoptions that end before this date.',
      }),
    },
    params: ({ asOf, within, expiringBefore }) => ({
      asOf,
      within: within == null ? null : canonicalCitation(within, 'within'),
      expiringBefore: expiringBefore ?? null,
    }),
  }),
  standardsInForce: t.many(Adoption, adoption.all, {
    weight: { rows: 200, work: 600 },
    description:
      'All standards that federal regulations adopt as of a given date, in one complete list. The `adoptions` field returns the same list page by page.',
    args: {
      asOf: t.arg({
        type: 'Date',
        required: true,
        description: 'The date for which to list the adoptions, such as 2026-01-31.',
      }),
    },
    params: ({ asOf }) => ({ asOf, within: null, expiringBefore: null }),
  }),
}));
