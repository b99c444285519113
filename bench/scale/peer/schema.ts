/** The schema of the peer over the same data: the types that the first four workloads need. */
import { neighborhood } from '../by-hand/neighborhood.ts';
import { suggest } from '../by-hand/suggest.ts';

/** A statement as the argument of a directive. */
const block = (statement: string) => `"""\n${statement.replaceAll('\\', '\\\\')}\n"""`;

export const PEER_SCHEMA = `
type Weighted @relationshipProperties { id: ID! weight: Float! validFrom: String validTo: String }
type Evidenced @relationshipProperties { id: ID! evidenceRules: [String!]! validFrom: String validTo: String }
type Worded @relationshipProperties { id: ID! text: String! validFrom: String validTo: String }
type Dated @relationshipProperties { id: ID! validFrom: String validTo: String }

type Term @node {
  id: ID!
  slug: String!
  name: String!
  shortDefinition: String
  definition: String
  keyTakeaways: [String!]!
  sectionHeadings: [String!]!
  sectionBodies: [String!]!
  degree: Int! @cypher(statement: "RETURN COUNT { (this)--() } AS degree", columnName: "degree")
  aliases: [Alias!]! @relationship(type: "ALIAS_OF", direction: IN)
  related: [Term!]! @relationship(type: "RELATED_TO", direction: OUT, queryDirection: UNDIRECTED, properties: "Weighted")
  mentionedIn: [Regulation!]! @relationship(type: "MENTIONS", direction: IN, properties: "Evidenced")
  definedIn: [Regulation!]! @relationship(type: "DEFINES", direction: IN, properties: "Worded")
  standards: [Standard!]! @relationship(type: "ABOUT", direction: OUT)
  statutes: [Statute!]! @relationship(type: "ABOUT", direction: OUT)
}
type Alias @node { id: ID! name: String! aliasKind: String! }
type Standard @node { id: ID! key: String! name: String! }
type Statute @node { id: ID! citation: String! name: String! }
type Regulation @node {
  id: ID!
  citation: String!
  heading: String
  sortKey: String!
  children: [Regulation!]! @relationship(type: "PART_OF", direction: IN, properties: "Dated")
  mentions: [Term!]! @relationship(type: "MENTIONS", direction: OUT, properties: "Evidenced")
}

type GraphNode { key: String! kind: String! label: String! degree: Int! relevance: Float! distance: Int! }
type GraphEdge { key: String! source: String! target: String! type: String! weight: Float! }
type Completeness { exact: Boolean! omittedNodes: Int! }
type Neighborhood { nodes: [GraphNode!]! edges: [GraphEdge!]! completeness: Completeness! }
type SuggestedEntity { id: ID! label: String! kind: String! }
type MatchedAlias { name: String! }
type Suggestion { text: String! entity: SuggestedEntity! matchedAlias: MatchedAlias }

type Query {
  neighborhood(id: ID!, day: String!): Neighborhood @cypher(columnName: "value", statement: ${block(neighborhood.statement)})
  suggest(words: String!, start: String!): [Suggestion!]! @cypher(columnName: "suggestion", statement: ${block(
    `CALL () { ${suggest.statement} } UNWIND value AS suggestion RETURN suggestion`,
  )})
}
`;
