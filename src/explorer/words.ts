/** The explorer's words that do not belong to a kind or a relation type. */

/** Starter questions for visitors. Each has the query of the address that answers it. */
export const QUESTIONS = [
  { text: 'What is information blocking, and where is it defined?', query: '' },
  { text: 'Which exceptions does the information blocking rule have?', query: 'of=Regulation:45-CFR-171.103&limit=20' },
  { text: 'How do an EMR and an EHR differ?', query: 'of=Term:emr-vs-ehr&see=Term:emr-vs-ehr' },
  { text: 'Which standards build on FHIR?', query: 'of=Standard:fhir&limit=30' },
  { text: 'What does HIPAA protect, and where does the law say so?', query: 'of=Term:phi&see=Term:phi' },
  { text: 'How is an EHR connected to HL7?', query: 'from=Term:emr-vs-ehr&to=Organization:hl7' },
] as const;

/** The numbers of nodes in links to the whole graph. A server with the default deadline returns all of them in time. */
export const WHOLE = [500, 2_000, 5_000] as const;
