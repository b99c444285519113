/**
 * The other way to answer the schema: a plain resolver for every field over a graph in memory. It knows nothing of plans,
 * fragments and Cypher, so that agreement with the planner means something.
 */
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  printSchema,
} from 'graphql';
import { badInput } from '../../src/graph/errors.ts';
import { placesOf } from '../../src/model/cfr/containers.ts';
import { formatCitation } from '../../src/model/citation.ts';
import { parseCitation } from '../../src/model/citations/parse.ts';
import { splitDatedId } from '../../src/model/dated-id.ts';
import { today } from '../../src/model/day.ts';
import { definedTerm } from '../../src/model/defined-term.ts';
import { type EntityKind, LABEL_OF } from '../../src/model/kinds.ts';
import { labelOf, RELATION_TYPES, type RelationType } from '../../src/model/relations.ts';
import { encodeCursor, type PageRequest, parsePage } from '../../src/plan/cursor.ts';
import { otherSpellings } from '../../src/search/spellings.ts';
import { nameKey, wordsOf } from '../../src/search/words.ts';
import { bruteRelevance } from '../traversal/brute-relevance.ts';
import type { MemoryGraph, MemoryNode, MemoryRelation } from './memory-graph.ts';
import { registerFields } from './naive-registers.ts';
import { standardFields } from './naive-standards.ts';

/** Arguments as GraphQL hands them, with the asOf that governs. */
export interface Asked {
  asOf: string | null;
  first?: number;
  after?: string;
  types?: RelationType[] | null;
  kinds?: EntityKind[] | null;
  direction?: 'OUT' | 'IN' | 'BOTH';
  [name: string]: unknown;
}
/** A value on its way down, with the asOf that governs below it. */
interface Held {
  value: unknown;
  asOf: string | null;
}
export interface ListRow {
  node: unknown;
  key: (string | number)[];
  relation?: MemoryRelation;
  out?: boolean;
}
export interface ListPage {
  rows: ListRow[];
  total: number;
  request: PageRequest;
  list: string;
}

const citationIn = (argument: string, written: string) => {
  const citation = parseCitation(written);
  if (citation === null) throw badInput(`${argument}: a citation such as`);
  return citation;
};
const citationOf = (argument: string, written: string) => formatCitation(citationIn(argument, written));

export function naive(schema: GraphQLSchema, graph: MemoryGraph) {
  const plain = buildSchema(printSchema(schema));
  const answers = resolversOver(graph);
  const fieldResolver: GraphQLFieldResolver<Held | undefined, unknown> = (source, args, _context, info) => {
    const asOf = (args.asOf as string | null | undefined) ?? (args.asOf === null ? null : (source?.asOf ?? null));
    const answer = answers(info.parentType.name, info.fieldName, source?.value, { ...args, asOf });
    const isRoot = info.parentType.name === 'Query';
    const hold = (value: unknown, day: string | null): unknown =>
      value === null || typeof value !== 'object' || info.fieldName === 'jsonLd'
        ? value
        : Array.isArray(value)
          ? value.map((one, i) => hold(one, isRoot && args.ids ? splitDatedId(String(args.ids[i])).day : day))
          : { value, asOf: day };
    return hold(answer, isRoot && args.id ? splitDatedId(String(args.id)).day : asOf);
  };
  const typeResolver = (held: Held) => LABEL_OF[(held.value as MemoryNode).kind];
  return (source: string, variableValues: Record<string, unknown>) =>
    execute({ schema: plain, document: parse(source), variableValues, fieldResolver, typeResolver }) as ExecutionResult;
}

function resolversOver(graph: MemoryGraph) {
  const { nodes, relations, sources, open } = graph;
  const { strength, specific } = bruteRelevance(graph);
  const relevanceOf = (relation: MemoryRelation, other: MemoryNode) =>
    Math.round(strength(relation) * specific(other) * 1e6) / 1e6;
  const byId = (id: unknown) => nodes.find((node) => node.id === id) ?? null;
  /** An entity by an id that can end with a day: a provision only if it stood on that day. */
  const asOfDay = (written: string) => {
    const { id, day } = splitDatedId(written);
    const found = byId(id);
    return found !== null && isThere(found, day) ? found : null;
  };
  /** On a day; without one, today. */
  const inForce = ({ validFrom, validTo }: MemoryRelation, day: string | null) =>
    (validFrom ?? '') <= (day ?? today()) && (day ?? today()) < (validTo ?? '9999');
  const around = (node: unknown, type?: RelationType, way: 'OUT' | 'IN' | 'BOTH' = 'BOTH') =>
    relations.flatMap((relation) => {
      if (type !== undefined && relation.type !== type) return [];
      if (relation.from === node && way !== 'IN') return [{ relation, out: true, other: relation.to }];
      if (relation.to === node && way !== 'OUT') return [{ relation, out: false, other: relation.from }];
      return [];
    });
  const others = (node: unknown, type: RelationType, way: 'OUT' | 'IN' | 'BOTH', kind?: EntityKind) =>
    around(node, type, way).filter(({ other }) => kind === undefined || other.kind === kind);
  const sorted = <T>(list: T[], ...keys: ((item: T) => unknown)[]) =>
    [...list].sort((a, b) =>
      compare(
        keys.map((key) => key(a) as string),
        keys.map((key) => key(b) as string),
        [],
      ),
    );
  const linked = (node: unknown, type: RelationType, way: 'OUT' | 'IN', kind: EntityKind, by: string) =>
    sorted(
      others(node, type, way, kind).map(({ other }) => other),
      (n) => n[by],
      (n) => n.id,
    );
  const former = (n: MemoryNode, day: string | null): number =>
    ((n.formerFrom as string[] | null) ?? []).findIndex(
      (from, i) => day !== null && from <= day && day < ((n.formerTo as string[])[i] ?? ''),
    );
  /** On a day from which on its text is known: only if it stood there. */
  const isThere = (n: MemoryNode, day: string | null) =>
    day === null ||
    n.seenFrom === null ||
    n.seenFrom === undefined ||
    day < String(n.seenFrom) ||
    (n.validFrom !== null && String(n.validFrom) <= day) ||
    former(n, day) >= 0;
  const asItRead = (n: MemoryNode, now: string, formerly: string, day: string | null) =>
    day === null || n.seenFrom === null || (n.validFrom !== null && String(n.validFrom) <= day)
      ? n[now]
      : ((n[formerly] as string[] | null)?.[former(n, day)] ?? null);
  const stillThere = (n: MemoryNode, day: string | null) =>
    n.kind !== 'REGULATION' || (isThere(n, day) && (day !== null || n.formerFrom === null || n.validFrom !== null));
  /** Whether all that a part contained on a day is known. Sections of random graphs have no paragraphs to ask for. */
  const isWhole = ({ level, wholeFrom }: MemoryNode, day: string | null) =>
    level === 'PART' && typeof wholeFrom === 'string' && wholeFrom <= (day ?? today());
  const always = () => true;
  const above = (node: unknown, holds: (e: MemoryRelation) => boolean = always): { node: MemoryNode; hops: number }[] =>
    others(node, 'PART_OF', 'OUT')
      .filter(({ relation }) => holds(relation))
      .flatMap(({ other }) => [
        { node: other, hops: 1 },
        ...above(other, holds).map((up) => ({ ...up, hops: up.hops + 1 })),
      ]);
  const inside = (node: unknown, holds: (e: MemoryRelation) => boolean = always): unknown[] => [
    node,
    ...others(node, 'PART_OF', 'IN')
      .filter(({ relation }) => holds(relation))
      .flatMap(({ other }) => inside(other, holds)),
  ];
  const holds = (up: MemoryNode, n: MemoryNode, day: string | null) => inside(up, (e) => inForce(e, day)).includes(n);
  const scopesOf = ({ scopeId, alsoScopeIds }: MemoryRelation) => [scopeId, ...(alsoScopeIds ?? [])];
  const isParsed = ({ evidence }: MemoryRelation) => evidence.some(({ rule }) => rule === 'PARSED');
  /** Ours gives way to the official words for the same scope. */
  const shown = (e: MemoryRelation, asOf: string | null) =>
    inForce(e, asOf) &&
    (isParsed(e) ||
      !others(e.to, 'DEFINES', 'IN').some(
        ({ relation: official }) =>
          isParsed(official) && scopesOf(official).includes(e.scopeId) && inForce(official, asOf),
      ));
  const chainOf = (first: MemoryRelation, asOf: string | null) => {
    const steps: {
      from: MemoryRelation;
      site: MemoryNode | null;
      targetCitation: string;
      quote: string;
      role: string;
      to: MemoryRelation | null;
    }[] = [];
    const seen = new Set([first]);
    let frontier = [first];
    while (frontier.length > 0) {
      const now = frontier.flatMap((from) =>
        (from.refersTo ?? []).flatMap((targetCitation, i) => {
          const words = from.refersAs?.[i] ?? '';
          const site = nodes.find((n) => n.kind === 'REGULATION' && n.citation === targetCitation) ?? null;
          const namesOf = (e: MemoryRelation) => e.names ?? [wordsOf(e.to.label).join(' ')];
          const covers = (written: string) =>
            targetCitation.includes(' Part ')
              ? written.startsWith(`${targetCitation.replace('Part ', '')}.`)
              : written === targetCitation || written.startsWith(`${targetCitation}(`);
          const found = nodes
            .filter((n) => n.kind === 'REGULATION' && covers(String(n.citation)))
            .flatMap((place) => others(place, 'DEFINES', 'OUT'))
            .map(({ relation }) => relation)
            .filter((e) => inForce(e, asOf))
            .filter((e) =>
              words === '' ? e.to === from.to : namesOf(e).some((name) => ` ${words} `.includes(` ${name} `)),
            )
            .map((e) => ({
              e,
              ends:
                words === ''
                  ? 0
                  : Math.max(
                      0,
                      ...namesOf(e)
                        .filter((name) => ` ${words}`.endsWith(` ${name}`))
                        .map((name) => name.length),
                    ),
            }));
          const best = sorted(
            found,
            ({ ends }) => -ends,
            ({ e }) => (isParsed(e) ? 0 : 1),
            ({ e }) => e.id,
          );
          const chosen =
            best.length === 0
              ? [null]
              : words === '' || (best[0]?.ends ?? 0) > 0
                ? [best[0]?.e ?? null]
                : sorted(
                    best.map(({ e }) => e),
                    (e) => e.id,
                  );
          return chosen.map((to) => ({
            from,
            site,
            targetCitation,
            quote: from.refersQuotes?.[i] ?? targetCitation,
            role: from.refersRoles?.[i] ?? 'DEFERS',
            to,
          }));
        }),
      );
      steps.push(...now);
      frontier = [
        ...new Set(now.flatMap(({ to, role }) => (role !== 'EXCLUDES' && to !== null && !seen.has(to) ? [to] : []))),
      ];
      for (const e of frontier) seen.add(e);
    }
    return steps;
  };

  const page = (asked: Asked, list: string, rows: ListRow[], descending: boolean[] = []): ListPage => {
    const order = (rows[0]?.key ?? [1]).map(() => ({ cypher: '', descending: false }));
    const length = KEY_LENGTH[list] ?? order.length;
    const request = parsePage(
      asked,
      list,
      Array.from({ length }, () => ({ cypher: '', descending: false })),
    );
    const all = [...rows].sort((a, b) => compare(a.key, b.key, descending));
    const from = request.from as (string | number)[] | null;
    if (request.isBackward) {
      const before = from === null ? all : all.filter(({ key }) => compare(key, from, descending) < 0);
      return { rows: before.reverse(), total: all.length, request, list };
    }
    const rest = from === null ? all : all.filter(({ key }) => compare(key, from, descending) > 0);
    return { rows: rest, total: all.length, request, list };
  };

  const fields: Record<string, (parent: never, asked: Asked) => unknown> = {
    'Query.node': (_, { id }) => asOfDay(String(id)),
    'Query.nodes': (_, { ids }) => (ids as string[]).map(asOfDay),
    'Query.term': (_, { slug }) => nodes.find((n) => n.kind === 'TERM' && n.slug === slug) ?? null,
    'Query.regulation': (_, { citation, asOf }) => {
      const wanted = citationOf('citation', String(citation));
      return nodes.find((n) => n.kind === 'REGULATION' && n.citation === wanted && isThere(n, asOf)) ?? null;
    },
    'Query.terms': (_, asked) =>
      page(
        asked,
        asked.slugs == null ? 'term/all' : 'term/by-slugs',
        nodes
          .filter(
            (n) =>
              n.kind === 'TERM' &&
              nameKey(String(n.name)).startsWith(nameKey(String(asked.startsWith ?? ''))) &&
              (asked.slugs == null || (asked.slugs as string[]).includes(String(n.slug))) &&
              (asked.vocabularies == null || (asked.vocabularies as string[]).includes(String(n.vocabulary))) &&
              (asked.category == null || n.category === asked.category),
          )
          .map((n) => ({ node: n, key: [nameKey(String(n.name)), String(n.name), n.id] })),
      ),
    ...registerFields(nodes, page, others),
    'Query.standardsInForce': (_, { asOf }) =>
      sorted(
        relations.filter((e) => e.type === 'ADOPTS' && inForce(e, asOf)),
        (e) => e.to.key,
        (e) => e.from.sortKey,
        (e) => e.id,
      ),
    'Query.adoptions': (_, asked) => {
      const within = asked.within == null ? null : citationOf('within', String(asked.within));
      const found = relations.filter(
        (e) =>
          e.type === 'ADOPTS' &&
          inForce(e, asked.asOf) &&
          (within === null || [e.from, ...above(e.from).map((up) => up.node)].some((n) => n.citation === within)) &&
          (asked.expiringBefore == null || (e.validTo !== null && e.validTo < String(asked.expiringBefore))),
      );
      const rows = found.map((e) => ({ node: e, key: [String(e.to.key), String(e.from.sortKey), e.id] }));
      return page(asked, 'adoption/all', rows);
    },
    'Query.regulations': (_, asked) => {
      const within = asked.within == null ? null : citationOf('within', String(asked.within));
      const provisions = nodes.filter((n) => n.kind === 'REGULATION');
      const found =
        within === null
          ? provisions.filter((n) => asked.asOf != null || n.formerFrom == null || n.validFrom != null)
          : provisions.filter(
              (n) =>
                n.citation !== within && provisions.some((up) => up.citation === within && holds(up, n, asked.asOf)),
            );
      return page(
        asked,
        within === null ? 'regulation/all' : 'regulation/within',
        found
          .filter((n) => (asked.level == null || n.level === asked.level) && isThere(n, asked.asOf))
          .map((n) => ({ node: n, key: [String(n.sortKey), n.id] })),
      );
    },
    'Query.resolve': (_, { names, vocabularies }) => (names as string[]).map((text) => ({ text, vocabularies })),
    'Query.meta': () => ({}),
    'Meta.relations': () =>
      RELATION_TYPES.map((type) => ({ type, count: relations.filter((e) => e.type === type).length })),
    'Meta.sources': () => sorted(sources, (s) => s.id),
    'Resolution.candidates': ({ text, vocabularies }: { text: string; vocabularies?: string[] | null }) => {
      const cited = parseCitation(text.replace('see ', ''));
      const called = (keys: readonly string[]) =>
        nodes
          .filter((n) => keys.includes(nameKey(n.label)))
          .flatMap((n) => (n.kind === 'ALIAS' ? others(n, 'ALIAS_OF', 'OUT').map(({ other }) => other) : [n]))
          .filter((n) => vocabularies == null || n.vocabulary == null || vocabularies.includes(String(n.vocabulary)));
      const exact = [...called([nameKey(text)]), ...nodes.filter((n) => cited && n.citation === formatCitation(cited))];
      return sorted(
        [...new Set(exact.length > 0 ? exact : called(otherSpellings(text)))],
        (n) => n.label,
        (n) => n.id,
      );
    },
    'Entity.degree': (node: MemoryNode) => around(node).length,
    'Entity.relations': (node: MemoryNode, asked) =>
      page(
        asked,
        'entity/relations',
        around(node, undefined, asked.direction)
          .filter(
            ({ relation, other }) =>
              (asked.types == null || asked.types.includes(relation.type)) &&
              (asked.kinds == null || asked.kinds.includes(other.kind)) &&
              inForce(relation, asked.asOf),
          )
          .map(({ relation, out, other }) => ({
            node: other,
            relation,
            out,
            key: [relevanceOf(relation, other), relation.type, other.label, other.id, relation.id],
          })),
        [true],
      ),
    'Term.sections': (node: MemoryNode) =>
      (node.sectionHeadings as string[]).map((heading, i) => ({
        heading,
        body: (node.sectionBodies as string[])[i],
        references: ((node.referenceSections as number[] | null) ?? []).flatMap((section, at) => {
          const reference = {
            end: (node.referenceEnds as number[])[at],
            sourceId: (node.referenceSourceIds as string[])[at],
          };
          return section === i ? [reference] : [];
        }),
      })),
    'SourceReference.source': ({ sourceId }: { sourceId: string }) => sources.find((s) => s.id === sourceId),
    'Term.aliases': (node: MemoryNode) => linked(node, 'ALIAS_OF', 'IN', 'ALIAS', 'name'),
    'Term.relatedTerms': (node: MemoryNode, asked) =>
      page(
        asked,
        'term/related',
        others(node, 'RELATED_TO', 'BOTH', 'TERM').map(({ relation, other }) => ({
          node: other,
          key: [relation.weight, String(other.name), other.id, relation.id],
        })),
        [true],
      ),
    ...Object.fromEntries(
      (
        [
          ['broader', 'OUT'],
          ['narrower', 'IN'],
        ] as const
      ).map(([name, way]) => [
        `Term.${name}`,
        (node: MemoryNode, asked: Asked) =>
          page(
            asked,
            `term/${name}`,
            others(node, 'BROADER', way, 'TERM').map(({ relation, other }) => ({
              node: other,
              key: [nameKey(String(other.name)), String(other.name), other.id, relation.id],
            })),
          ),
      ]),
    ),
    ...Object.fromEntries(
      (
        [
          ['previous', -1],
          ['next', 1],
        ] as const
      ).map(([name, step]) => [
        `Term.${name}`,
        (node: MemoryNode) => {
          const byName = sorted(
            nodes.filter((n) => n.kind === 'TERM' && n.vocabulary === node.vocabulary),
            (n) => nameKey(String(n.name)),
            (n) => n.name,
            (n) => n.id,
          );
          return byName[byName.findIndex((n) => n.id === node.id) + step] ?? null;
        },
      ]),
    ),
    'Term.definitions': (node: MemoryNode, { asOf }) =>
      sorted(
        others(node, 'DEFINES', 'IN')
          .map(({ relation }) => relation)
          .filter((e) => shown(e, asOf)),
        (e) => e.from.sortKey,
        (e) => e.id,
      ),
    'Term.definitionInForce': (node: MemoryNode, { citation, asOf }) => {
      const [own = '', ...containers] = placesOf(citationIn('citation', String(citation)));
      const lawOf = (written: string) => nodes.find((n) => n.kind === 'REGULATION' && n.citation === written);
      const place = lawOf(own) ?? containers.map(lawOf).find((one) => one !== undefined);
      if (place === undefined || (place.citation !== own && isWhole(place, asOf))) return null;
      const scopes = [{ node: place, hops: 0 }, ...above(place, (e) => inForce(e, asOf))];
      const found = others(node, 'DEFINES', 'IN')
        .map(({ relation }) => relation)
        .filter((e) => inForce(e, asOf))
        .flatMap((e) => scopes.filter((scope) => scopesOf(e).includes(scope.node.id)).map(({ hops }) => ({ e, hops })));
      return (
        sorted(
          found,
          ({ hops }) => String(hops).padStart(3, '0'),
          ({ e }) => (isParsed(e) ? 0 : 1),
          ({ e }) => e.id,
        )[0]?.e ?? null
      );
    },
    'Term.mentionedIn': (node: MemoryNode, asked) => {
      const within = asked.within == null ? null : citationOf('within', String(asked.within));
      return page(
        asked,
        'term/mentioned-in',
        others(node, 'MENTIONS', 'IN', 'REGULATION')
          .filter(
            ({ relation, other }) =>
              inForce(relation, asked.asOf) &&
              (within === null || [other, ...above(other).map((up) => up.node)].some((n) => n.citation === within)),
          )
          .map(({ relation, other }) => ({
            node: other,
            relation,
            key: [String(other.sortKey), other.id, relation.id],
          })),
      );
    },
    'Term.standards': (node: MemoryNode) => linked(node, 'ABOUT', 'OUT', 'STANDARD', 'key'),
    'Term.statutes': (node: MemoryNode) => linked(node, 'ABOUT', 'OUT', 'STATUTE', 'name'),
    'Term.jsonLd': (node: MemoryNode) =>
      definedTerm({
        slug: String(node.slug),
        name: String(node.name),
        shortDefinition: node.shortDefinition as string | null,
        definition: node.definition as string | null,
        aliases: linked(node, 'ALIAS_OF', 'IN', 'ALIAS', 'name')
          .map((n) => String(n.name))
          .sort(),
      }),
    'Alias.denotes': (node: MemoryNode) =>
      sorted(
        others(node, 'ALIAS_OF', 'OUT').map(({ other }) => other),
        (n) => n.label,
        (n) => n.id,
      ),
    'Regulation.ancestors': (node: MemoryNode, { asOf }) =>
      sorted(
        above(node, (e) => inForce(e, asOf)),
        ({ hops }) => -hops,
        ({ node: up }) => up.id,
      ).map((up) => up.node),
    'Regulation.children': (node: MemoryNode, { asOf }) =>
      sorted(
        others(node, 'PART_OF', 'IN', 'REGULATION').filter(({ relation }) => inForce(relation, asOf)),
        ({ other }) => other.sortKey,
        ({ other }) => other.id,
      ).map(({ other }) => other),
    'Regulation.passages': (node: MemoryNode, { asOf }) =>
      sorted(
        inside(node, (e) => inForce(e, asOf)) as MemoryNode[],
        (n) => n.sortKey,
        (n) => n.id,
      ),
    'Regulation.previous': (node: MemoryNode, { asOf }) => sibling(node, -1, asOf),
    'Regulation.next': (node: MemoryNode, { asOf }) => sibling(node, 1, asOf),
    'Regulation.defines': (node: MemoryNode, { asOf }) =>
      sorted(
        inside(node, (e) => inForce(e, asOf))
          .flatMap((place) => others(place, 'DEFINES', 'OUT'))
          .map(({ relation }) => relation)
          .filter((e) => shown(e, asOf)),
        (e) => e.from.sortKey,
        (e) => e.to.name,
        (e) => e.id,
      ),
    'Regulation.mentions': (node: MemoryNode, asked) =>
      page(
        asked,
        'regulation/mentions',
        (asked.deep ? inside(node) : [node])
          .flatMap((place) => others(place, 'MENTIONS', 'OUT', 'TERM'))
          .filter(({ relation }) => inForce(relation, asked.asOf))
          .map(({ relation, other }) => ({ node: other, relation, key: [String(other.name), other.id, relation.id] })),
      ),
    'Regulation.amendedBy': (node: MemoryNode, asked) => {
      const around = [...new Set([node, ...above(node).map((up) => up.node)])];
      const found = around.flatMap((place) => others(place, 'AMENDS', 'IN'));
      const own = found.filter(({ relation }) => relation.to === node);
      const further = found.filter((one) => !own.includes(one) && own.every(({ other }) => other !== one.other));
      const rows = [...own, ...further].map(({ relation }) => amendmentRow(relation));
      return page(
        asked,
        'regulation/amended-by',
        rows.filter(({ day }) => day <= (asked.asOf ?? today())).map((row) => ({ node: row, key: [row.day, row.id] })),
      );
    },
    'Rule.amendments': (node: MemoryNode, asked) =>
      page(
        asked,
        'rule/amendments',
        others(node, 'AMENDS', 'OUT').map(({ relation }) => ({
          node: amendmentRow(relation),
          key: [String(relation.to.sortKey), relation.id],
        })),
      ),
    'Amendment.regulation': ({ to }: MemoryRelation) => to,
    'Regulation.annotations': (node: MemoryNode, { asOf }) => {
      const places = others(node, 'MENTIONS', 'OUT', 'TERM')
        .filter(({ relation }) => inForce(relation, asOf))
        .flatMap(({ relation, other }) =>
          relation.evidence.flatMap(({ rule, quote, start, end }) =>
            rule === 'MATCHED' && start !== null ? [{ start, end: end ?? -1, text: quote ?? '', id: other.id }] : [],
          ),
        );
      const inOrder = sorted(
        places,
        ({ start }) => start,
        ({ id }) => id,
      );
      return inOrder.filter(({ start }, i) => i === 0 || inOrder[i - 1]?.start !== start);
    },
    'Regulation.text': (node: MemoryNode, { asOf }) => asItRead(node, 'text', 'formerText', asOf),
    'Regulation.heading': (node: MemoryNode, { asOf }) => asItRead(node, 'heading', 'formerHeading', asOf) || null,
    'Regulation.cites': (node: MemoryNode, { asOf }) =>
      sorted(
        [
          ...others(node, 'CITES', 'OUT').map(({ relation }) => ({
            ...relation,
            cited: stillThere(relation.to, asOf) ? relation.to : null,
            targetCitation: String(relation.to.citation),
          })),
          ...open.filter(({ from }) => from === node).map((said) => ({ ...said, cited: null })),
        ].filter((said) => inForce(said as MemoryRelation, asOf)),
        (said) => said.evidence[0]?.start ?? -1,
        (said) => said.targetCitation,
        (said) => said.id,
      ),
    'Regulation.citedBy': (node: MemoryNode, { asOf }) =>
      sorted(
        others(node, 'CITES', 'IN')
          .map(({ relation }) => relation)
          .filter((e) => inForce(e, asOf))
          .map((e) => ({ ...e, cited: e.to, targetCitation: String(e.to.citation) })),
        (e) => e.from.sortKey,
        (e) => e.id,
      ),
    'Regulation.exceptions': (node: MemoryNode, { asOf }) => exempted(node, 'IN', asOf),
    'Regulation.exceptionTo': (node: MemoryNode, { asOf }) => exempted(node, 'OUT', asOf),
    'Regulation.adoptions': (node: MemoryNode, { asOf }) =>
      sorted(
        inside(node)
          .flatMap((place) => others(place, 'ADOPTS', 'OUT'))
          .map(({ relation }) => relation)
          .filter((e) => inForce(e, asOf)),
        (e) => e.from.sortKey,
        (e) => e.to.key,
        (e) => e.id,
      ),
    ...standardFields({ nodes, others, above, sorted, linked, inForce, page }),
    'Definition.term': (e: MemoryRelation) => e.to,
    'Definition.regulation': (e: MemoryRelation) => e.from,
    'Definition.scope': (e: MemoryRelation) => byId(e.scopeId),
    'Definition.scopes': (e: MemoryRelation) =>
      sorted(
        [...new Set(scopesOf(e))].flatMap((id) => nodes.filter((node) => node.id === id)),
        (node) => String(node.sortKey),
        (node) => node.id,
      ),
    'Definition.validFrom': ({ validFrom, validFromBasis, knownFrom }: MemoryRelation) => {
      if (validFromBasis === null) return null;
      return validFromBasis === 'FIRST_SEEN' ? (knownFrom ?? validFrom) : validFrom;
    },
    'Definition.validFromBasis': ({ validFromBasis }: MemoryRelation) => validFromBasis ?? 'UNKNOWN',
    'Definition.validToBasis': ({ validTo, validToBasis }: MemoryRelation) =>
      validTo === null ? null : (validToBasis ?? 'UNKNOWN'),
    'Definition.scopeCitations': ({ scopeCitations }: MemoryRelation) => scopeCitations ?? [],
    'Definition.awaitedScope': ({ awaitedScope }: MemoryRelation) => awaitedScope,
    'Definition.kind': ({ definitionKind, refersTo }: MemoryRelation) =>
      definitionKind ?? (refersTo === null ? 'TEXT' : 'BY_REFERENCE'),
    'Definition.official': (e: MemoryRelation) => isParsed(e),
    'Definition.chain': (e: MemoryRelation, { asOf }) => chainOf(e, asOf),
    'Definition.chainEnd': (e: MemoryRelation, { asOf }) => {
      const steps = chainOf(e, asOf);
      const after = (at: MemoryRelation) =>
        steps.flatMap(({ from, to, role }) => (from === at && to !== null && role === 'DEFERS' ? [to] : []));
      const comesBack = (at: MemoryRelation, way: MemoryRelation[]): boolean =>
        way.includes(at) || after(at).some((next) => comesBack(next, [...way, at]));
      if (comesBack(e, [])) return 'CYCLE';
      const followed = steps.filter(({ role }) => role !== 'EXCLUDES');
      const hollow = [e, ...followed.flatMap(({ to }) => (to === null ? [] : [to]))].some(
        (at) => at.definitionKind === 'BY_REFERENCE' && followed.every(({ from }) => from !== at),
      );
      return hollow || followed.some(({ to }) => to === null) ? 'UNRESOLVED' : 'TERMINAL';
    },
    'DefinitionStep.regulation': ({ site }: { site: MemoryNode | null }) => site,
    'DefinitionStep.definition': ({ to }: { to: MemoryRelation | null }) => to,
    'Adoption.regulation': (e: MemoryRelation) => e.from,
    'Adoption.standard': (e: MemoryRelation) => e.to,
    'Adoption.text': (e: MemoryRelation) => e.text ?? e.to.name,
    'Adoption.validToBasis': ({ validTo }: MemoryRelation) => (validTo === null ? null : 'STATED'),
    'Adoption.validFromBasis': ({ validFrom }: MemoryRelation) => (validFrom === null ? 'UNKNOWN' : 'STATED'),
    'Citation.text': (said: MemoryRelation & { targetCitation: string }) => said.text ?? said.targetCitation,
    'Citation.source': (said: MemoryRelation) => said.from,
    'Citation.target': ({ cited }: { cited: MemoryNode | null }) => cited,
    'Citation.dangling': () => false,
    'Citation.rangeTo': () => null,
    'Citation.rangeToCitation': () => null,
    'Evidence.source': ({ sourceId }: { sourceId: string }) => sources.find((s) => s.id === sourceId),
    'Evidence.verified': ({
      quote,
      start,
      end,
      within,
    }: {
      quote: string | null;
      start: number;
      end: number;
      within: string[];
    }) => quote !== null && within.some((text) => text.slice(start, end) === quote),
  };

  const exempted = (node: MemoryNode, way: 'OUT' | 'IN', asOf: string | null) =>
    sorted(
      others(node, 'EXCEPTION_TO', way).filter(({ relation }) => inForce(relation, asOf)),
      ({ other }) => other.sortKey,
      ({ other }) => other.id,
    ).map(({ other }) => other);

  const sibling = (node: MemoryNode, step: 1 | -1, asOf: string | null) => {
    const found = others(node, 'PART_OF', 'OUT', 'REGULATION')
      .filter(({ relation }) => inForce(relation, asOf))
      .flatMap(({ relation: here, other }) =>
        others(other, 'PART_OF', 'IN', 'REGULATION').filter(
          ({ relation: there }) => there !== here && inForce(there, asOf),
        ),
      )
      .map(({ other }) => other)
      .filter(({ sortKey }) => compare([String(sortKey)], [String(node.sortKey)], []) === step);
    const inOrder = [...found].sort(
      (a, b) => step * compare([String(a.sortKey)], [String(b.sortKey)], []) || (a.id < b.id ? -1 : 1),
    );
    return inOrder[0] ?? null;
  };

  return (type: string, field: string, parent: unknown, asked: Asked): unknown => {
    const own = fields[`${type}.${field}`];
    if (own) return own(parent as never, asked);
    if (type.endsWith('Connection')) return connectionField(parent as ListPage, field);
    if (type.endsWith('Edge')) return edgeField(parent as ListRow & { list: string }, field);
    if (field === 'evidence') return evidenceOf(parent as MemoryRelation);
    if (field === 'id' && 'kind' in (parent as object)) return datedId(parent as MemoryNode, asked.asOf);
    const shared = fields[`Entity.${field}`];
    if (shared) return shared(parent as never, asked);
    if (type in EMPTY && field in (EMPTY[type] ?? {})) return EMPTY[type]?.[field];
    return (parent as Record<string, unknown>)[field];
  };
}

const datedId = ({ id }: MemoryNode, day: string | null) => (day === null ? id : `${id}@${day}`);

/** Fields that later work fills. */
const EMPTY: Record<string, Record<string, unknown>> = {
  Adoption: { notices: [] },
  Regulation: {
    versions: [],
    diff: [],
    italics: [],
    notes: [],
    history: [],
    effectiveDateNotes: [],
    authority: null,
    published: null,
    amendments: null,
  },
};
/** How many keys the cursors of each list have, for lists that may be empty. */
const KEY_LENGTH: Record<string, number> = {
  'term/all': 3,
  'term/by-slugs': 3,
  'term/broader': 4,
  'term/narrower': 4,
  'adoption/all': 3,
  'regulation/all': 2,
  'regulation/within': 2,
  'regulation/amended-by': 2,
  'rule/amendments': 2,
  'standard/all': 2,
  'standard/of-level': 2,
  'entity/relations': 5,
  'term/related': 4,
  'term/mentioned-in': 3,
  'regulation/mentions': 3,
  'standard/children': 4,
};

function connectionField({ rows, total, request: { count, from, isBackward }, list }: ListPage, field: string) {
  const asked = rows.slice(0, count);
  const seen = isBackward ? asked.reverse() : asked;
  const [beyond, behind] = [rows.length > count, from !== null];
  const cursor = (row: ListRow | undefined) => (row ? encodeCursor(list, row.key) : null);
  if (field === 'edges') return seen.map((row) => ({ ...row, list }));
  if (field === 'totalCount') return total;
  return {
    hasNextPage: isBackward ? behind : beyond,
    hasPreviousPage: isBackward ? beyond : behind,
    startCursor: cursor(seen[0]),
    endCursor: cursor(seen.at(-1)),
  };
}

function edgeField({ node, key, relation, out, list }: ListRow & { list: string }, field: string) {
  if (field === 'node') return node;
  if (field === 'cursor') return encodeCursor(list, key);
  if (relation === undefined) return null;
  if (field === 'type') return relation.type;
  if (field === 'direction') return out ? 'OUT' : 'IN';
  if (field === 'label') return labelOf(relation.type, out ? 'OUT' : 'IN');
  if (field === 'count') return relation.evidence.length;
  if (field === 'weight') return relation.weight ?? 1;
  if (field === 'relevance') return key[0];
  if (field === 'evidence') return evidenceOf(relation);
  if (field === 'regulation') return relation.from;
  return relation[field as 'validFrom'];
}

/** An amendment that a relation states. */
function amendmentRow(relation: MemoryRelation) {
  const { from: rule, validFrom, validFromBasis, text } = relation;
  const published = (rule.publishedOn as string | null) ?? null;
  const stated = validFrom === rule.effectiveOn ? 'EFFECTIVE_DATE' : 'STATED';
  return {
    ...relation,
    ...{ rule, publishedOn: published, effectiveOn: validFrom, appliesFrom: null },
    day: validFrom ?? published ?? '',
    citation: text ?? rule.citation ?? rule.documentNumber ?? rule.id,
    basis: validFromBasis ?? (validFrom !== null ? stated : published !== null ? 'PUBLICATION' : 'UNKNOWN'),
  };
}

const evidenceOf = ({ evidence, type, from, to, validFrom, validTo }: MemoryRelation) =>
  evidence.map((item) => ({ ...item, within: textsOf(type === 'AMENDS' ? to : from, item.rule, validFrom, validTo) }));

/** The texts in which a quote may stand: that of a page or a standard, that of a provision now, and on days that are over. */
function textsOf(from: MemoryNode, rule: string, validFrom: string | null, validTo: string | null): string[] {
  if (from.id.startsWith('Term:')) return [(from.sectionBodies as string[]).join('\n\n')];
  if (from.id.startsWith('Standard:')) return [[from.name, from.summary].filter(Boolean).join('\n\n')];
  const to = (from.formerTo ?? []) as string[];
  const former = ((from.formerFrom ?? []) as string[]).flatMap((start, i) =>
    validTo !== null && start < validTo && (to[i] ?? '') > (validFrom ?? '')
      ? [String((from.formerText as string[])[i])]
      : [],
  );
  return validTo !== null && rule === 'MATCHED' ? former : [String(from.text ?? ''), ...former];
}

function compare(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
  descending: readonly boolean[],
): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] as typeof left;
    if (left !== right) return (left < right ? -1 : 1) * (descending[i] ? -1 : 1);
  }
  return 0;
}
