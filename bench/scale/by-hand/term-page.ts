import { type ByHand, inForce, today } from './statement.ts';

/** Q1: the page of a term. */
export const termPage: ByHand = {
  parameters: ({ slug }) => ({ slug, day: today() }),
  statement: `MATCH (t:Term {slug: $slug})
    RETURN t {.id, .name, degree: COUNT { (t)--() }, .shortDefinition, .definition, .keyTakeaways,
      sections: [i IN range(0, size(t.sectionHeadings) - 1) | {heading: t.sectionHeadings[i], body: t.sectionBodies[i]}],
      aliases: COLLECT { MATCH (t)<-[:ALIAS_OF]-(a:Alias) WITH a ORDER BY a.name, a.id RETURN a {.name, .aliasKind} },
      relatedTerms: {
        totalCount: COUNT { (t)-[:RELATED_TO]-(:Term) },
        edges: COLLECT { MATCH (t)-[e:RELATED_TO]-(x:Term) WITH x, e ORDER BY e.weight DESC, x.name, x.id, e.id LIMIT 10
          RETURN {node: x {.slug, .name, .shortDefinition}} }
      },
      mentionedIn: {
        edges: COLLECT { MATCH (t)<-[e:MENTIONS]-(r:Regulation) WHERE ${inForce('e')}
          WITH r, e ORDER BY r.sortKey, r.id, e.id LIMIT 10
          RETURN {count: size(e.evidenceRules), node: r {.citation, .heading}} }
      },
      definitions: COLLECT {
        MATCH (t)<-[d:DEFINES]-(r:Regulation) WHERE ${inForce('d')}
          AND ('PARSED' IN d.evidenceRules OR NOT EXISTS {
            MATCH (t)<-[o:DEFINES]-(:Regulation)
            WHERE d.scopeId IN [o.scopeId] + coalesce(o.alsoScopeIds, []) AND 'PARSED' IN o.evidenceRules AND ${inForce('o')}
          })
        WITH d, r ORDER BY r.sortKey, d.id RETURN {text: d.text, regulation: r {.citation}}
      },
      standards: COLLECT { MATCH (t)-[:ABOUT]->(s:Standard) WITH s ORDER BY s.key, s.id RETURN s {.key, .name} },
      statutes: COLLECT { MATCH (t)-[:ABOUT]->(s:Statute) WITH s ORDER BY s.name, s.id RETURN s {.citation, .name} }
    } AS value`,
  answer(value) {
    const term = value as { relatedTerms: { totalCount: number; edges: unknown[]; pageInfo?: object } } | null;
    if (term === null) return { term };
    const { relatedTerms } = term;
    relatedTerms.pageInfo = { hasNextPage: relatedTerms.totalCount > relatedTerms.edges.length };
    return { term };
  },
};
