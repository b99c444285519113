import {
  type AliasRecord,
  type RelationRecord,
  relationId,
  type StatuteRecord,
  type TermRecord,
} from '../../../model/records.ts';
import { LAW } from '../../../model/vocabulary.ts';
import { nameKey } from '../../../search/words.ts';
import { aliasKindOf } from '../../known-names.ts';
import { slugOf } from '../../slug.ts';
import type { KnownToLaw } from './known-to-law.ts';

/**
 * The terms, aliases, and statutes that a part names. They are either in the graph or new. The part does not restate
 * entities that are in the graph, so a glossary's wording is kept.
 */
export class LawNames {
  readonly terms = new Map<string, TermRecord>();
  readonly aliases = new Map<string, AliasRecord>();
  readonly aliasRelations = new Map<string, Omit<RelationRecord, 'evidence'>>();
  readonly statutes = new Map<string, StatuteRecord>();
  private readonly known: KnownToLaw;

  constructor(known: KnownToLaw) {
    this.known = known;
  }

  /** The id of the term with these names. The first name is the term's name; the others become aliases. */
  term(names: readonly string[]): string {
    const [name = '', ...others] = names;
    const known = names.map((one) => this.known.names.term(one)?.id).find((id) => id !== undefined);
    const slug = slugOf(name);
    const id = known ?? `Term:${slug}`;
    if (!known && !this.terms.has(id)) {
      this.terms.set(id, {
        kind: 'TERM',
        id,
        label: name,
        slug,
        vocabulary: LAW.key,
        name,
        keyTakeaways: [],
        sectionHeadings: [],
        sectionBodies: [],
      });
    }
    for (const other of known ? names : others) this.alias(other, id);
    return id;
  }

  private alias(name: string, termId: string): void {
    const { names } = this.known;
    if (names.term(name)?.id === termId || this.terms.get(termId)?.name === name || slugOf(name) === '') return;
    const known = names.alias(name);
    const id = known?.id ?? `Alias:${slugOf(name)}`;
    if (!known && !this.aliases.has(id)) {
      this.aliases.set(id, {
        ...{ kind: 'ALIAS', id, label: name, name, vocabulary: LAW.key, aliasKind: aliasKindOf(name) },
      });
    }
    const relation = relationId('ALIAS_OF', id, termId);
    this.aliasRelations.set(relation, { id: relation, type: 'ALIAS_OF', from: id, to: termId });
  }

  /**
   * The id of the target of a citation outside the CFR. It is a statute in the graph, or else a new statute for a
   * section of the United States Code or a public law. Other targets, such as sections of acts, get an id that a later
   * import can create.
   */
  statute(written: string): string {
    const whole = wholeOf(written);
    const id = this.idOf(written);
    if (this.known.statutes.has(nameKey(whole))) return id;
    if (/U\.S\.C\.|^Pub\. L\. [\d-]+$/.test(whole) && !this.statutes.has(id)) {
      const [, title, section] = /^(\d+) U\.S\.C\. (\d\S*)$/.exec(whole) ?? [];
      this.statutes.set(id, {
        kind: 'STATUTE',
        id,
        label: whole,
        citation: whole,
        name: whole,
        ...(title !== undefined && {
          url: `https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title${title}-section${section}`,
        }),
      });
    }
    return id;
  }

  /** The id of a statute. This call does not create the statute. */
  idOf(written: string): string {
    const whole = wholeOf(written);
    return this.known.statutes.get(nameKey(whole)) ?? `Statute:${slugOf(whole)}`;
  }

  /** Whether an id from `statute` belongs to a statute in the graph or in this import. */
  isStatute(id: string): boolean {
    return this.statutes.has(id) || [...this.known.statutes.values()].includes(id);
  }
}

/** The section without its subsections. */
const wholeOf = (written: string): string => written.replace(/\(.*$/, '').trim();
