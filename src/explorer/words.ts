/** The explorer's words that belong to no kind and no relation type. */

/** Questions that a first visitor can begin with. */
export const EXAMPLES = [
  {
    text: 'What is around “EMR vs EHR”, and what does the law say about it?',
    query: '?of=Term%3Aemr-vs-ehr&see=Term%3Aemr-vs-ehr',
  },
  {
    text: 'Information blocking: the rule, its exceptions and who is bound by it',
    query: '?of=Regulation%3A45-CFR-171.103&depth=2&see=Regulation%3A45-CFR-171.103',
  },
  {
    text: 'How is an EHR connected with HL7?',
    query: '?from=Term%3Aemr-vs-ehr&to=Organization%3Ahl7',
  },
] as const;

/** Numbers of nodes for links to the whole graph. */
export const WHOLE = [500, 2_000, 20_000] as const;
