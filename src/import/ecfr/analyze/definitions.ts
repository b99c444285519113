import { defined } from '../../../model/defined.ts';
import type { DefinitionKind } from '../../../model/definition.ts';
import { nameKey } from '../../../search/words.ts';
import { headsList, introducesList } from '../provisions/announcing.ts';
import type { FlatProvision } from '../provisions/flatten.ts';
import type { FoundCitation } from './citations/index.ts';
import { expansionOf } from './definitions/expansion.ts';
import { headsIn } from './definitions/heads.ts';
import { type ScopeContext, scopesOf } from './definitions/scopes.ts';
import { type DefiningText, LEAVES_LIST_OUT, referencesOf } from './definitions/steps.ts';
import type { DefinitionHead, DefinitionReference, ParsedDefinition } from './definitions/types.ts';

export { writtenTarget } from './definitions/steps.ts';
export type { ParsedDefinition } from './definitions/types.ts';

/** The definitions in a section. The section and its surroundings are the context. */
export function definitionsOf(context: ScopeContext): ParsedDefinition[] {
  const { section, around, citationsOf } = context;
  const all: ParsedDefinition[] = [];
  for (const [index, by] of section.entries()) {
    const heads = headsIn(by, { listed: isListed(by, section) }).filter((head) => !isContinued(head, by, all));
    for (const [nth, head] of heads.entries()) {
      const end = heads[nth + 1]?.start ?? (by.text ?? '').length;
      const texts = textsOf(by, head, end, section.slice(index + 1));
      const references = referencesOf(texts, { names: head.names, citationsOf, around });
      const { scopes, awaits } = scopesOf(by, head, context);
      const expansion = expansionOf(head.names[0] ?? '', (by.text ?? '').slice(head.end, end));
      all.push({
        by,
        names: expansion === null ? head.names : [...head.names, expansion],
        quote: [head.at, head.end],
        text: texts
          .map(({ provision: { lead, text = '' }, from, to }, i) => (i === 0 ? '' : lead) + text.slice(from, to))
          .join(''),
        scopes,
        kind: kindOf(references, texts, citationsOf),
        references,
        ...defined({ from: head.from, to: head.to, awaits }),
      });
    }
  }
  return all;
}

/** Whether a provision is a member of a list of definitions, and not a part of one. */
function isListed(by: FlatProvision, section: readonly FlatProvision[]): boolean {
  const parent = section.find(({ id }) => id === by.parentId) ?? section[0];
  if (!parent || parent === by || by.citation.paragraphs.length !== parent.citation.paragraphs.length + 1) return false;
  return headsList(parent.heading ?? '') || introducesList(parent.text ?? '');
}

/** Whether a name is defined in this paragraph or around it already: "(2) *Board* also includes …". */
const isContinued = (head: DefinitionHead, by: FlatProvision, known: readonly ParsedDefinition[]) =>
  known.some(
    (one) =>
      (one.by === by || by.id.startsWith(`${one.by.id}(`)) &&
      one.names.some((name) => head.names.some((other) => nameKey(name) === nameKey(other))),
  );

/** The texts of a definition: its own, then the paragraphs of its list. */
function textsOf(
  by: FlatProvision,
  head: DefinitionHead,
  end: number,
  after: readonly FlatProvision[],
): DefiningText[] {
  const { text = '' } = by;
  const opening = /^\s*(?:\([A-Za-z0-9]{1,5}\)\s*)*/.exec(text)?.[0].length ?? 0;
  const first = head.start <= opening + (by.heading?.length ?? 0) + 4;
  const whole = first && end >= text.length;
  const own: DefiningText = {
    provision: by,
    from: first ? 0 : head.start,
    to: head.called ? head.end : whole ? text.length : text.slice(0, end).trimEnd().length,
    body: head.end,
    excluded: false,
  };
  if (head.called || end < text.length || (!first && !/[:—–-]\s*$/.test(text))) return [own];
  const below = after.filter(({ id }) => id.startsWith(`${by.id}(`));
  const leaving = new Set<string>(LEAVES_LIST_OUT.test(text) ? [by.id] : []);
  const list = below.map((provision): DefiningText => {
    const excluded = leaving.has(provision.parentId ?? '');
    if (excluded || LEAVES_LIST_OUT.test(provision.text ?? '')) leaving.add(provision.id);
    return { provision, from: 0, to: (provision.text ?? '').length, body: null, excluded };
  });
  return [own, ...list];
}

/** TEXT without references; BY_REFERENCE when the definition says nothing but where the meaning is. */
function kindOf(
  references: readonly DefinitionReference[],
  [own, ...list]: readonly DefiningText[],
  citationsOf: (provision: FlatProvision) => readonly FoundCitation[],
): DefinitionKind {
  if (references.length === 0 || !own) return 'TEXT';
  if (!references.some(({ role }) => role === 'DEFERS') || list.length > 0) return 'BOTH';
  const { provision, to, body } = own;
  const text = provision.text ?? '';
  const last = citationsOf(provision).findLast(({ start }) => start >= (body ?? 0) - 40 && start < to);
  const rest = text
    .slice(last?.end ?? to, to)
    .replace(/^(?: \([^()]*\))?[\s).,;”"]*(?:of this (?:title|chapter|subchapter|part)\b)?/, '');
  return /\p{L}/u.test(rest) &&
    /\b(?:except|but|and (?:also )?includes?|includes?|provided|means|other than)\b/i.test(rest)
    ? 'BOTH'
    : 'BY_REFERENCE';
}
