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
 * The terms, aliases and statutes that a part names: those in the graph, else new ones. The part does not state again
 * what is in the graph, so a glossary's wording stays.
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

  /** The id of the term with these names. The first is its name; the others become aliases. */
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
   * The id of the target of a citation outside the CFR: the statute in the graph, else a new one for a section of the
   * United States Code or a public law. Other targets, such as sections of acts, get an id that a later import can
   * create.
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

  /** The id of a statute, which this call does not create. */
  idOf(written: string): string {
    const whole = wholeOf(written);
    return this.known.statutes.get(nameKey(whole)) ?? `Statute:${slugOf(whole)}`;
  }

  /** Whether an id that `statute` returned is a statute in the graph or in this import. */
  isStatute(id: string): boolean {
    return this.statutes.has(id) || [...this.known.statutes.values()].includes(id);
  }
}

/** The section without its subsections. */
const wholeOf = (written: string): string => written.replace(/\(.*$/, '').trim();
