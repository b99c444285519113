/** The contents of the law, from the API: parts, subparts, and sections. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { remembered } from '../remembered.ts';
import { PAGE } from './lists.ts';

const LISTED = document('fragment ListedProvision on Regulation { id citation heading level reserved }');

/** The second level below a part has sections, or paragraphs where a section stands directly in the part. */
const CONTENTS = document(
  `
query Contents($first: Int!, $after: String) {
  regulations(level: PART, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        ...ListedProvision
        ancestors { citation heading level }
        children { ...ListedProvision children { ...ListedProvision } }
      }
    }
  }
}`,
  LISTED,
);

/** Subject groups contain the sections of some subparts. Most parts have none. */
const GROUPS = document(
  `
query SubjectGroups($first: Int!, $after: String) {
  regulations(level: SUBJECT_GROUP, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id children { ...ListedProvision } } }
  }
}`,
  LISTED,
);

/** A provision in a list of contents. */
export type ListedProvision = ResultOf<typeof LISTED>;

/** A provision with the divisions and sections inside it. Paragraphs are omitted. */
export interface ContentsEntry extends ListedProvision {
  readonly entries: readonly ContentsEntry[];
}

/** A part, with the title that contains it. */
export interface PartContents extends ContentsEntry {
  readonly title: { readonly citation: string; readonly heading: string | null } | undefined;
}

/** The contents of all parts, in the order of the law. */
export const lawContents = remembered(async (ask): Promise<readonly PartContents[]> => {
  const groups = new Map<string, readonly ListedProvision[]>();
  for (let after: string | null = null; ; ) {
    const { regulations: page }: ResultOf<typeof GROUPS> = (await ask(GROUPS, { first: PAGE, after })).data;
    for (const { node } of page?.edges ?? []) groups.set(node.id, node.children);
    if (!page?.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  const entryOf = (one: ListedProvision, inside: readonly ListedProvision[]): ContentsEntry => ({
    ...one,
    entries: inside.filter(isDivision).map((child) => entryOf(child, groups.get(child.id) ?? [])),
  });
  const parts: PartContents[] = [];
  for (let after: string | null = null; ; ) {
    const { regulations: page }: ResultOf<typeof CONTENTS> = (await ask(CONTENTS, { first: PAGE, after })).data;
    for (const { node } of page?.edges ?? []) {
      parts.push({
        ...node,
        title: node.ancestors.find(({ level }) => level === 'TITLE'),
        entries: node.children
          .filter(isDivision)
          .map((child) =>
            groups.has(child.id) ? entryOf(child, groups.get(child.id) ?? []) : entryOf(child, child.children),
          ),
      });
    }
    if (!page?.pageInfo.hasNextPage) return parts;
    after = page.pageInfo.endCursor;
  }
});

const isDivision = ({ level }: ListedProvision): boolean => level !== 'PARAGRAPH';

/** The number of provisions of a level in the contents, at any depth. */
export const countLevel = (entries: readonly ContentsEntry[], level: ListedProvision['level']): number =>
  entries.reduce((sum, one) => sum + (one.level === level ? 1 : 0) + countLevel(one.entries, level), 0);
