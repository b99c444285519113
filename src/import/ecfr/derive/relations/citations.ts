import { containersOf } from '../../../../model/cfr/containers.ts';
import { type CfrCitation, regulationId } from '../../../../model/citation.ts';
import { rangeTargetId } from '../../../../model/citations/between.ts';
import { isDesignator } from '../../../../model/citations/designators.ts';
import type { OtherTarget, RangeEnd } from '../../../../model/citations/found.ts';
import { sectionKeyOf } from '../../../../model/citations/reserved-run.ts';
import { citationSortKey } from '../../../../model/citations/sort-key.ts';
import { defined } from '../../../../model/defined.ts';
import type { RelationRecord } from '../../../../model/records.ts';
import type { CitationTarget, FoundCitation } from '../../analyze/citations/index.ts';
import { writtenTarget } from '../../analyze/definitions.ts';
import type { FlatProvision } from '../../provisions/flatten.ts';
import type { TextRange } from '../../read/part-text.ts';
import type { LawNames } from '../law-names.ts';
import { quoted, type StatedRelation, state } from './state.ts';

/** The data that citation relations need in addition to the text. */
export interface CitedPlaces {
  sourceId: string;
  names: LawNames;
  /** Whether a provision exists on that day. Null if its section was not seen. */
  exists: (place: CfrCitation) => boolean | null;
}

/**
 * Creates one relation for each cited provision, with every range of text that cites it. A provision never cites
 * itself.
 */
export function citationsOf(
  by: FlatProvision,
  cited: readonly FoundCitation[],
  { sourceId, names, exists }: CitedPlaces,
): StatedRelation[] {
  const bestOf = new Map<string, StatedRelation>();
  for (const { target, quotes } of targetsOf(cited)) {
    const targetCitation = writtenTarget(target);
    const to = 'cfr' in target ? regulationId(target.cfr) : names.statute(targetCitation);
    if (to === by.id) continue;
    const dangling = 'cfr' in target && exists(target.cfr) === false;
    const [first = [0, 0]] = quotes;
    const evidence = quotes.map((quote) => quoted(by, quote, sourceId));
    const candidate = state(
      by,
      {
        type: 'CITES',
        to,
        open: true,
        text: (by.text ?? '').slice(...first),
        targetCitation,
        evidence,
        ...('cfr' in target && !isGuessed(target.cfr, by) && withinOf(target.cfr)),
        ...('other' in target && target.rangeTo && rangeOf(target.rangeTo, names)),
        ...(dangling && { dangling }),
      },
      { same: `${targetCitation}/${dangling}`, apart: 'other' in target ? apart(target) : '' },
    );
    const known = bestOf.get(candidate.key); // an act's section and its section of the Code lead to one node
    if (known) known.relation.evidence.push(...evidence);
    else bestOf.set(candidate.key, candidate);
  }
  return [...bestOf.values()];
}

/** Each target once, with the ranges that cite it. */
function targetsOf(cited: readonly FoundCitation[]): Iterable<{ target: CitationTarget; quotes: TextRange[] }> {
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
  return all.values();
}

/** What would contain a target: it is known to be absent where one of these is known in full. */
function withinOf(target: CfrCitation): Pick<RelationRecord, 'withinIds' | 'sectionKey'> {
  const within = containersOf(target).filter(({ part, paragraphs }) => part !== undefined && paragraphs.length === 0);
  return {
    ...(within.length > 0 && { withinIds: within.map(regulationId) }),
    ...defined({ sectionKey: sectionKeyOf(target) }),
  };
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

/**
 * Whether a target is a guess: the name under which another part heads a definition. A guess that leads nowhere is not a
 * dangling citation.
 */
const isGuessed = ({ title, part, paragraphs: [first] }: CfrCitation, by: FlatProvision) =>
  first !== undefined && !isDesignator(first) && (part !== by.citation.part || title !== by.citation.title);

/**
 * Creates one record for each cited range in another part. The sections between its ends are known once that part is in
 * the graph.
 */
export function rangesOf(by: FlatProvision, cited: readonly FoundCitation[], sourceId: string): StatedRelation[] {
  const byKey = new Map<string, StatedRelation>();
  for (const { start, end, ranges = [] } of cited) {
    for (const { from, to } of ranges) {
      const one = state(
        by,
        {
          type: 'CITES',
          to: rangeTargetId(from),
          open: true,
          text: (by.text ?? '').slice(start, end),
          between: [citationSortKey(from), citationSortKey(to)],
          evidence: [quoted(by, [start, end], sourceId)],
        },
        { apart: `~${numberOf(from)}–${numberOf(to)}` },
      );
      if (!byKey.has(one.key)) byKey.set(one.key, one);
    }
  }
  return [...byKey.values()];
}

const numberOf = ({ part, section }: CfrCitation) => `${part}${section === undefined ? '' : `.${section}`}`;
