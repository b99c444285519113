/** What GraphiQL opens with: one query for each of the three jobs that Glossograph exists for. */
export const EXAMPLES = `# Glossograph: a knowledge graph of health-IT vocabulary. Pick a query with the run button.

# 1. What is around a term, and how is it connected to another?
query Neighborhood {
  term(slug: "emr-vs-ehr") {
    name
    shortDefinition
    aliases { name aliasKind }
    relatedTerms(first: 5) { edges { node { slug name shortDefinition } } }
  }
  paths(from: "Term:emr-vs-ehr", to: "Regulation:45-CFR-171.103") {
    paths { length nodes { id label } hops { label } }
    completeness { exact reasons omittedNodes }
  }
}

# 2. From the law to the words and back: what defines, what is excepted, which standards apply on a day?
query RegulationAndTerms {
  regulation(citation: "45 CFR 171.103", asOf: "2026-09-17") {
    heading
    summary
    exceptions { citation heading }
    defines { term { name } }
    mentions(first: 10) { edges { node { slug name } } }
  }
  standardsInForce(asOf: "2026-09-17") { standard { key name } regulation { citation } }
}

# 3. A picture: nodes and edges as a library draws them, and what was left out.
query Picture {
  neighborhood(of: ["Term:ehr"], depth: 2, limit: 40) {
    nodes { key kind label degree distance }
    edges { key source target type label weight }
    completeness { exact reasons omittedNodes }
  }
}
`;
