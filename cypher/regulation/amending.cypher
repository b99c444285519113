// What the relation `amends` from `rule` to `place` states, as far as the rules of coverage read it.
{placeId: place.id, effectiveOn: amends.validFrom, adds: amends.adds, rule: rule {
  .id, .name, .citation, .documentNumber, .lastPage, .publishedOn, .effectiveOn
}}
