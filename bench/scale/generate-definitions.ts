/** Generates the definitions of the law. Some take their meaning from definitions of other parts. */
import { type Referring, reachedBy } from '../../src/law/leads.ts';
import type { StepRole } from '../../src/model/definition.ts';
import { relationId } from '../../src/model/records.ts';
import { wordsOf } from '../../src/search/words.ts';
import { beginningsOf } from './generate-amendments.ts';
import { type GraphItem, parsed, relationItem } from './generate-items.ts';
import {
  DEFINITIONS,
  definedTerm,
  definitionCitation,
  editionSource,
  FIRST_EDITION,
  formatCitation,
  idOfTerm,
  inPreviousPart,
  nameOfTerm,
  partCitation,
  partOrigin,
  regulationId,
  type ScalePlan,
} from './generate-plan.ts';
import { shownIn } from './generate-section.ts';
import { chanceOf, type TextWithNames, textFrom } from './generate-words.ts';

/** The references of a definition, as parallel lists. */
interface References {
  refersTo: string[];
  refersAs: string[];
  refersQuotes: string[];
  refersRoles: StepRole[];
}

/** The text of a definition. It names the defined term and the terms from which it takes words. */
export function definitionText(plan: ScalePlan, part: number, nth: number, version: number): TextWithNames {
  const r = chanceOf(plan.seed + 12 + version, part * DEFINITIONS + nth);
  const name = nameOfTerm(plan, definedTerm(plan, part, nth));
  const other = definedTerm(plan, part, (nth + 1) % DEFINITIONS);
  const rest = textFrom(r, 24, [{ term: other, name: nameOfTerm(plan, other) }]);
  const beginning = `${name} means `;
  const names = rest.names.map((one) => ({
    ...one,
    start: one.start + beginning.length,
    end: one.end + beginning.length,
  }));
  return { text: beginning + rest.text, names };
}

/**
 * The references of a definition: to the same term in the previous part, and to another definition of its own part.
 * The words before a citation end with the name of the term, as an importer finds them.
 */
function referencesOf(plan: ScalePlan, part: number, nth: number): References {
  const r = chanceOf(plan.seed + 20, part * DEFINITIONS + nth);
  const found: References = { refersTo: [], refersAs: [], refersQuotes: [], refersRoles: [] };
  const refer = (toPart: number, to: number, role: StepRole) => {
    const name = nameOfTerm(plan, definedTerm(plan, toPart, to));
    const citation = formatCitation(definitionCitation(plan, toPart, to));
    found.refersTo.push(citation);
    found.refersAs.push(wordsOf(name).join(' '));
    found.refersQuotes.push(`${name}, as defined in ${citation}`);
    found.refersRoles.push(role);
  };
  const earlier = inPreviousPart(part, nth);
  if (earlier !== undefined && r.chance(0.7)) refer(part - 1, earlier, 'DEFERS');
  if (r.chance(0.4)) refer(part, (nth + 1) % DEFINITIONS, 'BORROWS');
  if (r.chance(0.1)) refer(part, (nth + 2) % DEFINITIONS, 'EXCLUDES');
  return found;
}

/** The ids of the DEFINES relations of a definition, oldest first. A former definition has its first day in its id. */
function definitionIds(plan: ScalePlan, part: number, nth: number): string[] {
  const from = regulationId(definitionCitation(plan, part, nth));
  const id = relationId('DEFINES', from, idOfTerm(plan, definedTerm(plan, part, nth)));
  const beginnings = beginningsOf(plan, part, 1, nth + 1);
  return beginnings.map((begins, i) => (i === beginnings.length - 1 ? id : `${id}~${begins}`));
}

/** Where the definitions lead, for the whole graph, as an import stores it. */
const reached = new WeakMap<ScalePlan, ReturnType<typeof reachedBy>>();
function reachedIn(plan: ScalePlan): ReturnType<typeof reachedBy> {
  const known = reached.get(plan);
  if (known !== undefined) return known;
  const definitions = Array.from({ length: plan.parts * DEFINITIONS }, (_, i) => i).flatMap((i): Referring[] => {
    const [part, nth] = [Math.floor(i / DEFINITIONS), i % DEFINITIONS];
    const term = definedTerm(plan, part, nth);
    const facts = {
      ...{ citation: formatCitation(definitionCitation(plan, part, nth)), term: idOfTerm(plan, term), official: true },
      ...{ names: [wordsOf(nameOfTerm(plan, term)).join(' ')], ...referencesOf(plan, part, nth) },
    };
    return definitionIds(plan, part, nth).map((id) => ({ id, ...facts }));
  });
  const found = reachedBy(definitions);
  reached.set(plan, found);
  return found;
}

/** The DEFINES relations of a definition: the current one, and those of its former texts. */
export function* definitionItems(
  plan: ScalePlan,
  part: number,
  nth: number,
  versions: readonly { from: string; to: string | undefined; found: TextWithNames }[],
): Generator<GraphItem> {
  const term = definedTerm(plan, part, nth);
  const from = regulationId(definitionCitation(plan, part, nth));
  const { refersTo, ...references } = referencesOf(plan, part, nth);
  const refers = refersTo.length > 0 ? { refersTo, ...references } : {};
  const ids = definitionIds(plan, part, nth);
  for (const [i, { from: begins, to: ends, found }] of versions.entries()) {
    const { leads = [], closure = [] } = reachedIn(plan).get(ids[i] ?? '') ?? {};
    const derived = {
      ...(leads.length > 0 && { leads: [...leads] }),
      ...(closure.length > 0 && { closure: [...closure] }),
    };
    const isFirst = begins === FIRST_EDITION;
    const facts = {
      ...{
        text: found.text,
        scopeId: regulationId(partCitation(part)),
        names: [wordsOf(nameOfTerm(plan, term)).join(' ')],
      },
      ...{ scopeCitations: [formatCitation(partCitation(part))], validFrom: begins, knownFrom: shownIn(begins) },
      ...{ definitionKind: refersTo.length > 0 ? ('BOTH' as const) : ('TEXT' as const), ...refers },
      ...(isFirst
        ? { orEarlier: true, validFromBasis: 'FIRST_SEEN' as const }
        : { validFromBasis: 'EFFECTIVE_DATE' as const }),
      ...(ends !== undefined && { validTo: ends, validToBasis: 'EFFECTIVE_DATE' as const }),
    };
    const suffix = ends === undefined ? undefined : begins;
    yield relationItem(
      partOrigin(part),
      { type: 'DEFINES', from, to: idOfTerm(plan, term), suffix, facts, derived },
      parsed(nameOfTerm(plan, term), editionSource(part, shownIn(begins)), 0),
    );
  }
}
