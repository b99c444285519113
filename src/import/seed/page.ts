import { fromMarkdown } from 'mdast-util-from-markdown';

type Markdown = ReturnType<typeof fromMarkdown>['children'][number];

/** A section of a term's page. The body is CommonMark as written, but without the source marks. */
export interface TermSection {
  heading: string;
  body: string;
  references: SourceReference[];
}

/** A source that supports a statement. In the file, a mark such as `[^fr-hti-3]` follows the statement. */
export interface SourceReference {
  /** The offset in the body at which the statement ends, in UTF-16 code units. */
  end: number;
  /** The id of the source in sources/*.yaml. */
  source: string;
}

/** A term's page: the key takeaways, followed by the other sections in order. */
export interface TermPage {
  keyTakeaways: string[];
  /** The sources in the marks of the takeaways. */
  takeawaySources: string[];
  sections: TermSection[];
  /** The lines on which the takeaways and the sections begin, starting at 1. */
  lines: { keyTakeaways: number; sections: number[] };
}

const TAKEAWAYS = 'Key takeaways';
/** The section whose text is also the term's definition. */
export const DEFINITION = 'Definition';
const HEADINGS = [TAKEAWAYS, DEFINITION, 'Example', 'Common misconceptions', 'Practical application'] as const;
const FEWEST_TAKEAWAYS = 2;
const MOST_TAKEAWAYS = 4;

/**
 * Reads the body of a term's file: five sections under second-level headings. The first section is a bullet list.
 *
 * @param fault receives each error and its line in `markdown`, starting at 1
 */
export function readPage(markdown: string, fault: (line: number, message: string) => void): TermPage {
  const { children } = fromMarkdown(markdown);
  for (const node of children) refuseHtml(node, fault);
  const first = children.findIndex(isHeading);
  const stray = children[0];
  if (first !== 0 && stray) fault(lineOf(stray), 'remove the text before the first "##" heading');

  const page: TermPage = {
    keyTakeaways: [],
    takeawaySources: [],
    sections: [],
    lines: { keyTakeaways: 1, sections: [] },
  };
  const starts = children.flatMap((node, i) => (isHeading(node) ? [i] : []));
  for (const [n, start] of starts.entries()) {
    const [title] = children.slice(start, start + 1);
    if (!title) continue;
    const content = children.slice(start + 1, starts[n + 1] ?? children.length);
    const heading = titleOf(markdown, title);
    if (content.length === 0) fault(lineOf(title), `the section "${heading}" must not be empty`);
    else if (heading === TAKEAWAYS) {
      for (const { body, references } of takeaways(markdown, content, fault).map(withoutMarks)) {
        page.keyTakeaways.push(body);
        page.takeawaySources.push(...references.map((reference) => reference.source));
      }
      page.lines.keyTakeaways = lineOf(title);
    } else {
      page.sections.push({ heading, ...withoutMarks(source(markdown, content)) });
      page.lines.sections.push(lineOf(title));
    }
  }
  checkHeadings(
    starts.flatMap((start) => children.slice(start, start + 1)),
    markdown,
    fault,
  );
  return page;
}

/** Every source mark on a page: the id of the source, and the line of the part that contains the mark. */
export const marksOf = ({ takeawaySources, sections, lines }: TermPage): { source: string; line: number }[] => [
  ...takeawaySources.map((source) => ({ source, line: lines.keyTakeaways })),
  ...sections.flatMap(({ references }, i) =>
    references.map(({ source }) => ({ source, line: lines.sections[i] ?? lines.keyTakeaways })),
  ),
];

const MARK = /\[\^([a-z0-9-]+)\]/g;

/** A text without its marks, and where they were. */
function withoutMarks(written: string): Omit<TermSection, 'heading'> {
  const references: SourceReference[] = [];
  let removed = 0;
  const body = written.replace(MARK, (mark, source: string, at: number) => {
    references.push({ end: at - removed, source });
    removed += mark.length;
    return '';
  });
  return { body, references };
}

function checkHeadings(
  headings: readonly Markdown[],
  markdown: string,
  fault: (line: number, message: string) => void,
): void {
  const wanted = HEADINGS.map((heading) => `"${heading}"`).join(', ');
  for (const [i, heading] of HEADINGS.entries()) {
    const found = headings[i];
    if (found && titleOf(markdown, found) === heading) continue;
    const line = found ? lineOf(found) : markdown.split('\n').length;
    fault(line, `the next heading must be "## ${heading}"; the required headings, in order, are ${wanted}`);
    return;
  }
  const extra = headings[HEADINGS.length];
  if (extra) fault(lineOf(extra), `remove this heading; only the headings ${wanted} are allowed`);
}

/** The items of the one bullet list, each one paragraph, on one line. */
function takeaways(
  markdown: string,
  content: readonly Markdown[],
  fault: (line: number, message: string) => void,
): string[] {
  const [list, ...rest] = content;
  if (list?.type !== 'list' || list.ordered || rest.length > 0) {
    fault(list ? lineOf(list) : 1, `the section "${TAKEAWAYS}" must contain only one bulleted list`);
    return [];
  }
  const count = list.children.length;
  if (count < FEWEST_TAKEAWAYS || count > MOST_TAKEAWAYS) {
    fault(
      lineOf(list),
      `the section "${TAKEAWAYS}" must have ${FEWEST_TAKEAWAYS} to ${MOST_TAKEAWAYS} bullets, not ${count}`,
    );
  }
  return list.children.flatMap((item) => {
    if (item.children.length === 1 && item.children[0]?.type === 'paragraph') {
      return [source(markdown, item.children).replace(/\s*\n\s*/g, ' ')];
    }
    fault(item.position?.start.line ?? 1, 'each takeaway must be a single paragraph');
    return [];
  });
}

/** Refuses HTML: some clients show pages without sanitizing them. */
function refuseHtml(node: Markdown, fault: (line: number, message: string) => void): void {
  if (node.type === 'html') fault(lineOf(node), 'HTML is not allowed; use CommonMark');
  if ('children' in node) for (const child of node.children) refuseHtml(child, fault);
}

const isHeading = (node: Markdown): boolean => node.type === 'heading' && node.depth === 2;
const lineOf = (node: Markdown): number => node.position?.start.line ?? 1;
const source = (markdown: string, nodes: readonly Markdown[]): string =>
  markdown.slice(nodes[0]?.position?.start.offset, nodes.at(-1)?.position?.end.offset);
const titleOf = (markdown: string, heading: Markdown): string =>
  source(markdown, 'children' in heading ? heading.children : []);
