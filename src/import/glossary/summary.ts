import { type NotLinked, notLinked as reasonNotLinked } from '../../link/plain-english.ts';
import { tokensOf } from '../../link/tokens.ts';
import type { ImportOutcome } from '../run-import.ts';
import type { DerivedGlossary, TermMerge } from './derive/derive.ts';
import type { Glossary, GlossaryFormat } from './read/shape.ts';

/** The result of importing one glossary. */
export interface GlossarySummary extends ImportOutcome {
  file: string;
  format: GlossaryFormat;
  /** The key of its vocabulary. */
  vocabulary: string;
  /** The number of entries in the file and of the resulting terms. A term can have several entries. */
  entries: number;
  terms: number;
  /** The number of terms with a definition in the file, and the number of all definitions. */
  defined: number;
  definitions: number;
  /** The number of aliases, and how many of them other imports also contain. */
  aliases: number;
  joinedAliases: number;
  /** Relations between terms. */
  relations: number;
  /** Documents that the file names as sources. */
  sources: number;
  /** Every term that was merged with another term. */
  merges: readonly TermMerge[];
  /** Every alias that denotes several terms, with their ids. */
  ambiguous: readonly { alias: string; denotes: readonly string[] }[];
  /** Names that the linker ignores, with the reasons. */
  notLinked: readonly { name: string; reason: NotLinked }[];
  /** Data that is in the file but not in the graph, in words. */
  leftOut: readonly string[];
}

/** The counts of a glossary and of the resulting records. */
export function counted(
  { entries, passedOver }: Glossary,
  { records, merges, ambiguous, joinedAliases, leftOut }: DerivedGlossary,
) {
  const terms = records.entities.filter((one) => one.kind === 'TERM');
  const definitions = terms.map(
    ({ sectionHeadings }) => sectionHeadings.filter((one) => /^Definition\b/.test(one)).length,
  );
  return {
    entries: entries.length,
    terms: terms.length,
    defined: terms.filter(({ definition }) => definition !== undefined).length,
    definitions: definitions.reduce((sum, count) => sum + count, 0),
    aliases: records.entities.length - terms.length,
    joinedAliases,
    relations: records.relations.filter(({ type }) => type !== 'ALIAS_OF').length,
    sources: records.sources.length - 1,
    ...{ merges, ambiguous },
    notLinked: records.entities.flatMap(({ kind, label }) => {
      const reason = kind === 'TERM' || kind === 'ALIAS' ? reasonNotLinked(label, tokensOf(label)) : undefined;
      return reason === undefined ? [] : [{ name: label, reason }];
    }),
    leftOut: [...passedOver, ...leftOut],
  };
}
