// An amendment that the relation `it.said` from the rule `it.rule` to `it.place` states. `day` and `id` order a list.
{said: it.said, from: it.place, rule: it.rule, ruleId: it.rule.id, id: it.said.id,
  day: coalesce(it.said.validFrom, it.rule.publishedOn, ''),
  citation: coalesce(it.said.text, it.rule.citation, it.rule.documentNumber, it.rule.id),
  publishedOn: it.rule.publishedOn, effectiveOn: it.said.validFrom, appliesFrom: it.said.appliesFrom,
  basis: CASE
    WHEN it.said.validFromBasis IS NOT NULL THEN it.said.validFromBasis
    WHEN it.said.validFrom = it.rule.effectiveOn THEN 'EFFECTIVE_DATE'
    WHEN it.said.validFrom IS NOT NULL THEN 'STATED'
    WHEN it.rule.publishedOn IS NOT NULL THEN 'PUBLICATION'
    ELSE 'UNKNOWN'
  END}
