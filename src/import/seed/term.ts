import { formatCitation, regulationId } from '../../model/citation.ts';
import { parseCitation } from '../../model/citations/parse.ts';
import { defined } from '../../model/defined.ts';
import type { TermRecord } from '../../model/records.ts';
import { GLOSSOGRAPH } from '../../model/vocabulary.ts';
import type { Collector, SeedRelation } from './collector.ts';
import { checkDays, readCitation } from './law.ts';
import { DEFINITION, marksOf, type TermPage } from './page.ts';
import type { WrittenTerm } from './read.ts';
import type { SeedItem, SeedPath } from './yaml.ts';

/** The difference in weight between two related terms in a row: authors list the closest first. */
const STEP = 0.05;
const LEAST_WEIGHT = 0.1;

/** Adds a term, its names, and its relations. */
export function deriveTerm({ value, at }: SeedItem<WrittenTerm>, collector: Collector): void {
  const { slug, name, category, reviewed, shortDefinition, page, sources } = value;
  const id = `Term:${slug}`;
  const definition = page.sections.find(({ heading }) => heading === DEFINITION)?.body;
  collector.entity(
    {
      kind: 'TERM',
      id,
      label: name,
      slug,
      vocabulary: GLOSSOGRAPH.key,
      name,
      shortDefinition,
      summary: shortDefinition,
      ...defined({ category, definition, reviewedOn: reviewed }),
      sourceIds: sources.map((source) => `Source:${source}`),
      keyTakeaways: page.keyTakeaways,
      sectionHeadings: page.sections.map(({ heading }) => heading),
      sectionBodies: page.sections.map(({ body }) => body),
      ...referencesOf(page),
    },
    at('name'),
  );
  for (const [i, source] of sources.entries()) collector.rely(source, at('sources', i));
  checkMarks(value, at, collector);
  for (const [i, alias] of value.aliases.entries()) {
    collector.alias(alias.name, alias.kind, id, sources, at('aliases', i));
  }

  const to = (type: SeedRelation['type'], field: 'related' | 'contrasts' | 'broader' | 'mentions' | 'about') => {
    for (const [i, other] of value[field].entries()) {
      const weight = field === 'related' ? { weight: weightAt(i) } : {};
      const target = field === 'about' ? other : `Term:${other}`;
      collector.relate({ type, from: id, to: target, sources, place: at(field, i), ...weight });
    }
  };
  to('RELATED_TO', 'related');
  to('CONTRASTS_WITH', 'contrasts');
  to('BROADER', 'broader');
  to('MENTIONS', 'mentions');
  to('ABOUT', 'about');

  const fromLaw = (written: string, path: SeedPath, more: Pick<SeedRelation, 'type'> & Partial<SeedRelation>) => {
    const citation = readCitation(written, at(...path), collector);
    if (citation) collector.relate({ from: regulationId(citation), to: id, sources, place: at(...path), ...more });
  };
  for (const [i, written] of value.mentionedIn.entries()) fromLaw(written, ['mentionedIn', i], { type: 'MENTIONS' });
  for (const [i, said] of value.definedIn.entries()) {
    const place = at('definedIn', i, 'scope');
    const scope = readCitation(said.scope, place, collector);
    if (!scope) continue;
    const scopeId = regulationId(scope);
    collector.wanted.push({ id: scopeId, place });
    checkDays(said.from, said.to, at('definedIn', i), collector);
    fromLaw(said.citation, ['definedIn', i, 'citation'], {
      type: 'DEFINES',
      scopeId,
      scopeCitations: [formatCitation(scope)],
      text: said.gist,
      definitionKind: said.refersTo === undefined ? 'TEXT' : 'BY_REFERENCE',
      ...defined({ validFrom: said.from, validTo: said.to }),
      ...(said.refersTo !== undefined && {
        refersTo: [canonical(said.refersTo)],
        refersAs: [''],
        refersQuotes: [said.gist],
        refersRoles: ['DEFERS'],
      }),
    });
  }
}

/** The sources of single statements, as parallel lists. */
function referencesOf({
  sections,
}: TermPage): Pick<TermRecord, 'referenceSections' | 'referenceEnds' | 'referenceSourceIds'> {
  const references = sections.flatMap((section, i) => section.references.map((reference) => ({ i, ...reference })));
  if (references.length === 0) return {};
  return {
    referenceSections: references.map(({ i }) => i),
    referenceEnds: references.map(({ end }) => end),
    referenceSourceIds: references.map(({ source }) => `Source:${source}`),
  };
}

/** Checks that the term lists each source with which a statement is marked. */
function checkMarks({ page, sources }: WrittenTerm, at: SeedItem<WrittenTerm>['at'], collector: Collector): void {
  const { file } = at();
  for (const { source, line } of marksOf(page)) {
    if (!sources.includes(source))
      collector.fault({ file, line }, `the mark [^${source}] names a source that the term does not list in sources`);
  }
}

const weightAt = (rank: number) => Math.max(LEAST_WEIGHT, Math.round((1 - rank * STEP) * 100) / 100);

/** The canonical form of a CFR citation. Any other citation, such as "42 U.S.C. 300jj", stays unchanged. */
function canonical(written: string): string {
  const citation = parseCitation(written);
  return citation ? formatCitation(citation) : written;
}
