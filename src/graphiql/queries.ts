/** The queries that GraphiQL shows when it opens: one for each purpose of Glossograph. */
export const GRAPHIQL_QUERIES = `# Glossograph: a knowledge graph of health IT vocabulary. Use the run button to choose a query.

# 1. A term and its neighborhood, and the paths between a term and a regulation.
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

# 2. A regulation on a given date: its exceptions, the terms that it defines and mentions, and the standards in force.
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

# 3. The changes in a part, the rules that made them, and how certain the answer is.
query Changes {
  changes(from: "2024-01-01", to: "2026-09-17", within: "45 CFR Part 171", kinds: [ADDED, REMOVED, TEXT, HEADING], first: 10) {
    totalCount
    coverage { certainty reason }
    edges {
      node {
        kind on basis
        regulation { citation heading }
        amendments { citation rule { name } }
        diff { op text }
        affects(first: 5) { edges { node { id label } } }
      }
    }
  }
}

# 4. A picture: nodes and edges for a graph library, and whether any are missing.
query Picture {
  neighborhood(of: ["Term:ehr"], depth: 2, limit: 40) {
    nodes { key kind label degree distance }
    edges { key source target type label weight }
    completeness { exact reasons omittedNodes }
  }
}
`;
