// The id of a definition, and the steps of its chain by the ids of definitions.
head(COLLECT {
  ${definition/steps(node)}
  RETURN {
    id: node.id,
    kind: node.definitionKind,
    steps: [one IN steps | {from: one.from, to: one.edge.id, role: one.role, kind: one.edge.definitionKind}]
  }
})
