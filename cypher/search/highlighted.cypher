// The texts of a match in which src/search/highlight.ts finds the words of the query.
{query: query, label: node.label, heading: node.heading, summary: node.summary, shortDefinition: node.shortDefinition,
 definition: node.definition, text: node.text, aliases: COLLECT {
  MATCH (node)<-[:ALIAS_OF]-(called:Alias) WITH called ORDER BY called.label, called.id RETURN called.label
}}
