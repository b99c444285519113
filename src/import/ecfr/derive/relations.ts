import { type CfrCitation, regulationId } from '../../../model/citation.ts';
import { rangeTargetId } from '../../../model/citations/between.ts';
import { isDesignator } from '../../../model/citations/designators.ts';
import type { OtherTarget, RangeEnd } from '../../../model/citations/found.ts';
import { citationSortKey } from '../../../model/citations/sort-key.ts';
import { statutesIn } from '../../../model/citations/statutes.ts';
import { defined } from '../../../model/defined.ts';
import { type EvidenceRecord, type RelationRecord, relationId } from '../../../model/records.ts';
import type { RelationType } from '../../../model/relations.ts';
import { wordsOf } from '../../../search/words.ts';
import { type AnalyzedPart, containerOf } from '../analyze/analyze-part.ts';
import type { CitationTarget, FoundCitation } from '../analyze/citations/index.ts';
import { writtenTarget } from '../analyze/definitions.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { TextRange } from '../read/part-text.ts';
import type { LawNames } from './law-names.ts';

/** A relation that the text states on one day. */
export interface StatedRelation {
  /** Identifies the relation across days. */
  key: string;
  /** Equal on two days when the relation did not change between them. */
  same: string;
  /** The section that must be in a file for the relation to be stated or to be gone. */
  unitId: string;
  relation: RelationRecord;
  /** Whether the law itself states its dates, as far as it does. */
  stated?: boolean;
}

/**
 * The relations in a part's text.
 *
 * @param exists whether a provision exists on that day; null when its section was not seen
 */
export function statedRelations(
  law: AnalyzedPart,
  sourceId: string,
  names: LawNames,
  exists: (place: CfrCitation) => boolean | null,
): StatedRelation[] {
  const evidence = (by: FlatProvision, [start, end]: TextRange): EvidenceRecord => ({
    rule: 'PARSED',
    quote: (by.text ?? '').slice(start, end),
    start,
    end,
    sourceId,
  });
  const plain: EvidenceRecord = { rule: 'PARSED', sourceId };
  const state = (
    by: Pick<FlatProvision, 'id' | 'unitId'>,
    type: RelationType,
    to: string,
    more: Partial<RelationRecord> & { evidence: EvidenceRecord[] },
    same = '',
    apart = '',
  ): StatedRelation => {
    const id = relationId(type, by.id, to);
    return { key: id + apart, same, unitId: by.unitId, relation: { id: id + apart, type, from: by.id, to, ...more } };
  };
  return [
    ...contained(law).map(({ by, to, position }) => state(by, 'PART_OF', to, { position, evidence: [plain] })),
    ...law.citations.flatMap(({ by, cited }) => [
      ...citationsOf(by, cited, { evidence, state, names, exists }),
      ...rangesOf(by, cited, { evidence, state }),
    ]),
    ...definitionsOf(law, { evidence, state, names }),
    ...law.adoptions.map(
      ({ by, key, quote, from, to }): StatedRelation => ({
        ...state(
          by,
          'ADOPTS',
          `Standard:${key}`,
          {
            open: true,
            evidence: [evidence(by, quote)],
            ...defined({ validFrom: from, validTo: to }),
          },
          `${from}/${to}`,
        ),
        stated: true,
      }),
    ),
    ...law.exceptions.map(({ from, to, quote }) =>
      state(from, 'EXCEPTION_TO', to, { evidence: [evidence(from, quote)] }),
    ),
    ...law.provisions.flatMap((by) =>
      [...new Set(statutesIn(by.authority ?? '').map((written) => names.statute(written)))]
        .filter((id) => names.isStatute(id))
        .map((to) => state(by, 'AUTHORIZED_BY', to, { evidence: [plain] })),
    ),
  ];
}

interface Tools {
  evidence: (by: FlatProvision, quote: TextRange) => EvidenceRecord;
  state: (
    by: Pick<FlatProvision, 'id' | 'unitId'>,
    type: RelationType,
    to: string,
    more: Partial<RelationRecord> & { evidence: EvidenceRecord[] },
    same?: string,
    apart?: string,
  ) => StatedRelation;
  names: LawNames;
}

/** The PART_OF relations. Sections and divisions are ordered by number, because a file may leave some out. */
function contained({ provisions }: AnalyzedPart): { by: FlatProvision; to: string; position: number }[] {
  return provisions.flatMap((by) =>
    by.parentId === undefined ? [] : [{ by, to: by.parentId, position: by.position }],
  );
}

/** One relation for each cited provision, with every range of text that cites it. A provision never cites itself. */
function citationsOf(
  by: FlatProvision,
  cited: readonly FoundCitation[],
  { evidence, state, names, exists }: Tools & { exists: (place: CfrCitation) => boolean | null },
): StatedRelation[] {
  const all = new Map<string, { target: CitationTarget; quotes: TextRange[] }>();
  for (const { start, end, targets } of cited) {
    for (const target of targets) {
      const key = [
        writtenTarget(target),
        ...('other' in target && target.rangeTo ? [target.rangeTo.citation] : []),
      ].join('–');
      const known = all.get(key) ?? { target, quotes: [] };
      if (!known.quotes.some(([from]) => from === start)) known.quotes.push([start, end]);
      all.set(key, known);
    }
  }
  const bestOf = new Map<string, StatedRelation>();
  for (const { target, quotes } of all.values()) {
    const targetCitation = writtenTarget(target);
    const to = 'cfr' in target ? regulationId(target.cfr) : names.statute(targetCitation);
    if (to === by.id) continue;
    const dangling = 'cfr' in target && exists(target.cfr) === false;
    const [first = [0, 0]] = quotes;
    const more: Partial<RelationRecord> & { evidence: EvidenceRecord[] } = {
      open: true,
      text: (by.text ?? '').slice(...first),
      targetCitation,
      evidence: quotes.map((quote) => evidence(by, quote)),
      ...('cfr' in target && !isGuessed(target.cfr, by) && { withinId: regulationId(containerOf(target.cfr)) }),
      ...('other' in target && target.rangeTo && rangeOf(target.rangeTo, names)),
      ...(dangling && { dangling }),
    };
    const candidate = state(
      by,
      'CITES',
      to,
      more,
      `${targetCitation}/${dangling}`,
      'other' in target ? apart(target) : '',
    );
    const known = bestOf.get(candidate.key); // an act's section and its section of the Code lead to one node
    if (known) known.relation.evidence.push(...more.evidence);
    else bestOf.set(candidate.key, candidate);
  }
  return [...bestOf.values()];
}

/** What tells citations of one statute apart: the subsection, or the end of a range. */
const apart = ({ other, rangeTo }: OtherTarget): string => {
  const own = [...(/\(.*$/.exec(other) ?? []), ...(rangeTo ? [rangeTo.citation.replaceAll(' ', '-')] : [])];
  return own.length === 0 ? '' : `~${own.join('~')}`;
};

/** The end of a range. A section that the text does not name in full becomes no statute. */
const rangeOf = ({ citation, whole }: RangeEnd, names: LawNames) => ({
  rangeToCitation: citation,
  rangeTo: whole ? names.statute(citation) : names.idOf(citation),
});

/** One record for each cited range of another part: what lies between its ends is known when that part is in the graph. */
function rangesOf(
  by: FlatProvision,
  cited: readonly FoundCitation[],
  { evidence, state }: Pick<Tools, 'evidence' | 'state'>,
): StatedRelation[] {
  const byKey = new Map<string, StatedRelation>();
  for (const { start, end, ranges = [] } of cited) {
    for (const { from, to } of ranges) {
      const more = {
        open: true,
        text: (by.text ?? '').slice(start, end),
        between: [citationSortKey(from), citationSortKey(to)],
        evidence: [evidence(by, [start, end])],
      };
      const name = (one: CfrCitation) => `${one.part}${one.section === undefined ? '' : `.${one.section}`}`;
      const one = state(by, 'CITES', rangeTargetId(from), more, '', `~${name(from)}–${name(to)}`);
      if (!byKey.has(one.key)) byKey.set(one.key, one);
    }
  }
  return [...byKey.values()];
}

/**
 * Whether a target is a guess: the name under which another part heads a definition. A guess that leads nowhere is not a
 * dangling citation.
 */
const isGuessed = ({ title, part, paragraphs: [first] }: CfrCitation, by: FlatProvision) =>
  first !== undefined && !isDesignator(first) && (part !== by.citation.part || title !== by.citation.title);

/** One relation for each term, provision and scope. */
function definitionsOf({ definitions }: AnalyzedPart, { evidence, state, names }: Tools): StatedRelation[] {
  const byKey = new Map<string, StatedRelation>();
  for (const one of definitions) {
    const { by, text, quote, references, scopes, kind, from, to } = one;
    const [scopeId = by.id, ...alsoScopeIds] = scopes.map(regulationId);
    const relation = state(
      by,
      'DEFINES',
      names.term(one.names),
      {
        text,
        scopeId,
        definitionKind: kind,
        names: one.names.map((name) => wordsOf(name).join(' ')),
        evidence: [evidence(by, quote)],
        ...defined({ validFrom: from, validTo: to }),
        ...(alsoScopeIds.length > 0 && { alsoScopeIds }),
        ...(references.length > 0 && {
          refersTo: references.map(({ citation }) => citation),
          refersAs: references.map(({ as }) => as),
          refersQuotes: references.map((reference) => reference.quote),
          refersRoles: references.map(({ role }) => role),
        }),
      },
      JSON.stringify([text, scopes, kind, references, from, to]),
    );
    byKey.set(relation.key, relation);
  }
  return [...byKey.values()];
}
