import type { EvidenceRecord, SourceRecord } from '../../../model/records.ts';
import { distinctSlugs, slugOf } from '../../slug.ts';

/** The sources of a glossary: the file and every document that it names as evidence. */
export class Sources {
  private readonly file: SourceRecord;
  private readonly named = new Map<string, SourceRecord>();
  /** Ids by name, because a glossary names the same documents over and over. */
  private readonly known = new Map<string, string>();

  constructor(file: SourceRecord) {
    this.file = file;
  }

  /**
   * Adds a document. Two spellings with the same slug ("Rev.1", "Rev. 1") are one document, which gets the
   * alphabetically first spelling.
   */
  note(name: string): void {
    const id = this.id(name);
    const before = this.named.get(id);
    if (!before || name < before.name) {
      this.named.set(id, { id, name, ...(/^https?:\/\/\S+$/.test(name) && { url: name }) });
    }
  }

  /** Evidence from the file and from these documents. */
  evidence(names: Iterable<string> = []): EvidenceRecord[] {
    return this.ids(names).map((sourceId) => ({ rule: 'PARSED', sourceId }));
  }

  /** The ids of the file and of these documents, without duplicates. */
  ids(names: Iterable<string>): string[] {
    return [...new Set([this.file.id, ...[...names].map((name) => this.id(name))])];
  }

  private id(name: string): string {
    const id = this.known.get(name) ?? sourceId(name);
    this.known.set(name, id);
    return id;
  }

  records(): SourceRecord[] {
    return [this.file, ...[...this.named.values()].filter(({ id }) => id !== this.file.id)];
  }
}

/** The id of the file's source, such as "glossary:terms.csv" → `Source:glossary-terms-csv`. */
export function fileSourceId(origin: string): string {
  return `Source:${slugOf(origin)}`;
}

function sourceId(name: string): string {
  const [slug = ''] =
    name.length > LONGEST || slugOf(name) === '' ? distinctSlugs([name], () => true).values() : [slugOf(name)];
  return `Source:${slug}`;
}

const LONGEST = 120;
