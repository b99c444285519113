// The id and the kind of a definition, and what the steps of its chain are chosen from, by the ids of definitions.
{id: node.id, kind: node.definitionKind, steps: COLLECT {
  ${definition/steps(node)}
  RETURN {
    start: node.id, from: deferring.id, nth: nth, leads: deferring.leads[nth], to: next.id, kind: next.definitionKind,
    role: coalesce(deferring.refersRoles[nth], 'DEFERS')
  }
}}
