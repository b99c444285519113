/**
 * Checks records that come from a file. Each record must match its schema, and properties without a schema must have
 * plain values.
 */
import { z } from 'zod';
import { TermRecord as TermSchema } from '../model/kinds/term.ts';
import {
  EntityRecord,
  EvidenceRecord,
  type ImportRecords,
  RelationRecord,
  SourceRecord,
  type TermRecord,
} from '../model/records.ts';
import { GLOSSOGRAPH, LAW, VocabularyRecord } from '../model/vocabulary.ts';
import { ImportError, type Remark } from '../store/errors.ts';

const plain = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
const Others = z.record(z.string(), z.union([plain, z.array(EvidenceRecord)]));

const fits =
  <Record>(schema: z.ZodType<Record>) =>
  (found: unknown): found is Record =>
    schema.safeParse(found).success && Others.safeParse(found).success;
const isVocabulary = fits(VocabularyRecord);
const isSource = fits(SourceRecord);
const isEntity = fits(EntityRecord);
const isRelation = fits(RelationRecord);

/** A term as exports had it before they told vocabularies apart. */
type OldTerm = Omit<TermRecord, 'vocabulary'>;
const OldTermSchema = TermSchema.omit({ vocabulary: true });
const isOldTerm = (found: unknown): found is OldTerm =>
  typeof found === 'object' && found !== null && !('vocabulary' in found) && fits(OldTermSchema)(found);

/** Gives terms the vocabulary that their form tells: what the law defines and nobody describes is the law's, the rest is ours. */
function assigned(terms: readonly OldTerm[], relations: readonly RelationRecord[]): TermRecord[] {
  const defined = new Set(relations.flatMap(({ type, to }) => (type === 'DEFINES' ? [to] : [])));
  return terms.map((term) => {
    const isDescribed =
      term.definition !== undefined || term.shortDefinition !== undefined || term.sectionBodies.length > 0;
    return { ...term, vocabulary: defined.has(term.id) && !isDescribed ? LAW.key : GLOSSOGRAPH.key };
  });
}

/** The records of a file, in file order, and its errors. */
export class FoundRecords {
  private readonly found = {
    entities: [] as EntityRecord[],
    relations: [] as RelationRecord[],
    sources: [] as SourceRecord[],
    vocabularies: [] as VocabularyRecord[],
  };
  /** Terms of an export that does not tell vocabularies apart, to which `records` gives one. */
  private readonly unassigned: OldTerm[] = [];
  private readonly faults: Remark[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /**
   * Adds a record and each piece of its evidence.
   *
   * @param fault the error to report if the record does not match its schema
   */
  take(sort: string, record: unknown, fault: Omit<Remark, 'file'>): void {
    const { entities, relations, sources, vocabularies } = this.found;
    if (sort === 'vocabulary' && isVocabulary(record)) vocabularies.push(record);
    else if (sort === 'source' && isSource(record)) sources.push(record);
    else if (sort === 'entity' && isEntity(record)) entities.push(record);
    else if (sort === 'entity' && isOldTerm(record)) this.unassigned.push(record);
    else if (sort === 'relation' && isRelation(record)) relations.push(record);
    else this.faults.push({ file: this.file, ...fault });
  }

  /** All records. Throws ImportError with every error. */
  records(): ImportRecords {
    if (this.faults.length > 0) throw new ImportError(this.faults);
    const { entities, relations, sources, vocabularies } = this.found;
    const old = assigned(this.unassigned, relations);
    const keys = new Set(old.map(({ vocabulary }) => vocabulary));
    return {
      ...{ entities: [...entities, ...old], relations, sources },
      vocabularies: [...vocabularies, ...[GLOSSOGRAPH, LAW].filter(({ key }) => keys.has(key))],
    };
  }
}
