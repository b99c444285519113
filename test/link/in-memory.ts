/** The seed and parts of the law, made ready to be linked without a graph. */
import type { NamingVocabulary, TermRow } from '../../cypher/link/index.ts';
import { derivePart } from '../../src/import/ecfr/derive/derive-part.ts';
import { readEcfr } from '../../src/import/ecfr/read/read-ecfr.ts';
import { KnownNames } from '../../src/import/known-names.ts';
import { checkSeed } from '../../src/import/seed/index.ts';
import type { TextOwner } from '../../src/link/mentions.ts';
import { buildNames, type LinkedVocabulary } from '../../src/link/names.ts';
import { headingOf } from '../../src/link/texts.ts';
import type { AliasRecord, ImportRecords, RegulationRecord, RelationRecord } from '../../src/model/records.ts';
import { DEFAULT_RANK } from '../../src/model/vocabulary.ts';
import { nameKey } from '../../src/search/words.ts';

/** What several imports say, by origin. */
export type StatedRelation = ReadonlyMap<string, ImportRecords>;

/** The seed, and each file of a part on the day of its edition, as imports of them would say. */
export async function saidInMemory(
  seedFolder: string,
  files: readonly { file: string; asOf: string }[],
): Promise<StatedRelation> {
  const { records: seed } = await checkSeed(seedFolder);
  const said = new Map([['seed', seed]]);
  const known = { names: namesOf(seed), statutes: new Map<string, string>(), above: [], amending: [], days: new Map() };
  for (const { file, asOf } of files) {
    for await (const { text } of readEcfr({ file })) {
      const { records } = derivePart([{ asOf, text }], known);
      said.set(`ecfr:${text.title}-${text.number}`, records);
    }
  }
  return said;
}

function namesOf({ entities, relations }: ImportRecords): KnownNames {
  const terms = entities.flatMap((one) => (one.kind === 'TERM' ? [{ ...one, key: nameKey(one.name) }] : []));
  const ids = new Set(terms.map(({ id }) => id));
  const aliases = entities.flatMap((one) => {
    if (one.kind !== 'ALIAS') return [];
    const denotes = relations.filter(({ type, from, to }) => type === 'ALIAS_OF' && from === one.id && ids.has(to));
    const to = denotes.map((relation) => relation.to);
    return [{ id: one.id, key: nameKey(one.name), denotes: to, joins: to }];
  });
  return new KnownNames(terms, aliases);
}

/** The names of all of them. */
export function namesInMemory(said: StatedRelation): LinkedVocabulary[] {
  const terms = new Map<string, TermRow>();
  const aliases = new Map<string, AliasRecord>();
  const relations: RelationRecord[] = [];
  for (const records of said.values()) {
    for (const one of records.entities) {
      if (one.kind === 'ALIAS') aliases.set(one.id, one);
      if (one.kind !== 'TERM') continue;
      const page = [one.definition ?? '', ...one.sectionBodies].join('\n\n');
      const before = terms.get(one.id) ?? {
        id: one.id,
        name: one.name,
        vocabulary: one.vocabulary,
        aliases: [],
        definitions: [],
        page,
      };
      terms.set(one.id, before);
    }
    relations.push(...records.relations);
  }
  return buildNames(
    [...terms.values()].map((term) => ({
      ...term,
      aliases: relations.flatMap(({ type, from, to }) => {
        const alias = type === 'ALIAS_OF' && to === term.id ? aliases.get(from) : undefined;
        return alias ? [{ name: alias.name, kind: alias.aliasKind }] : [];
      }),
      definitions: relations.flatMap(({ type, from, to, scopeId = from, names, validFrom, validTo }) =>
        type === 'DEFINES' && to === term.id ? [{ by: from, scope: scopeId, names, from: validFrom, to: validTo }] : [],
      ),
    })),
    vocabulariesIn(said),
  );
}

/** The vocabularies that some imports state, with their settings. */
function vocabulariesIn(said: StatedRelation): NamingVocabulary[] {
  const stated = [...said.values()].flatMap(({ vocabularies = [] }) => vocabularies);
  const once = new Map(stated.map((one) => [one.key, one]));
  return [...once.values()].map(({ key, linking = 'OWN', rank = DEFAULT_RANK }) => ({ key, linking, rank }));
}

/** The provisions of an import, each with its text. */
export function holdersInMemory({ entities, relations }: ImportRecords): TextOwner[] {
  const above = new Map(relations.flatMap(({ type, from, to }) => (type === 'PART_OF' ? [[from, to] as const] : [])));
  const defines = relations.filter(({ type }) => type === 'DEFINES');
  return entities
    .filter((one): one is RegulationRecord => one.kind === 'REGULATION' && Boolean(one.text || one.heading))
    .map(({ id, level, heading, text = '', validFrom: from, textSource: sourceId = 'Source:none' }) => {
      const around = [id];
      for (let at = above.get(id); at !== undefined; at = above.get(at)) around.push(at);
      const own = defines.filter((one) => one.from === id || above.get(one.from) === id);
      return {
        id,
        heading: headingOf({ level, heading }),
        texts: [{ text, from, sourceId }],
        around,
        defines: own.flatMap(({ to: term, from: by, evidence }) =>
          by === id ? evidence.map(({ quote = '', start = 0 }) => ({ term, quote, start })) : [{ term, start: 0 }],
        ),
      };
    });
}
