/**
 * The text of a section or paragraph in the layout of the CFR: paragraphs within paragraphs, each with its own address.
 */
import { parseCitation } from '../../model/citations/parse.ts';
import { addressOf, sectionCitation } from '../address.ts';
import { LinkTo } from '../linking.tsx';
import { anchorOf, type Branch, type Passage, treeOf } from './passage.ts';
import { LawText, type LawTextOptions } from './text.tsx';

/** At most this many paragraphs are on one page. */
const MOST = 1_500;
/** A text with more paragraphs than this has its first level folded, so that a reader sees what there is. */
const LONG = 60;
/** The own text of a folded paragraph stands in its summary up to this many characters; otherwise its heading does. */
const LONGEST_SUMMARY = 160;

/**
 * The text of the first passage and of all paragraphs within it.
 *
 * @param asOf the date of the linked provisions
 */
export function Passages({
  passages,
  asOf,
  withItalics,
}: {
  passages: readonly Passage[];
  asOf: string | null;
  withItalics: boolean;
}) {
  const shown = passages.slice(0, MOST);
  const here = new Set(shown.map(({ id }) => id));
  const showing = { asOf, withItalics, anchorOf: (id: string) => (here.has(id) ? anchorOf(id) : null) };
  const [root, ...more] = treeOf(shown);
  return root === undefined ? null : (
    <>
      <div class="law" id={anchorOf(root.passage.id)}>
        <Own passage={root.passage} showing={showing} isRoot />
        <Paragraphs branches={[...root.below, ...more]} showing={showing} foldable={passages.length > LONG} />
      </div>
      {passages.length > MOST && (
        <p class="note">{passages.length - MOST} more paragraphs are on the pages of their sections.</p>
      )}
    </>
  );
}

function Paragraphs({
  branches,
  showing,
  foldable = false,
}: {
  branches: readonly Branch[];
  showing: LawTextOptions;
  foldable?: boolean;
}) {
  return branches.length === 0 ? null : (
    <ol>
      {branches.map((branch) => {
        const cut = foldable ? summaryEnd(branch) : null;
        return cut === null ? (
          <Paragraph branch={branch} showing={showing} />
        ) : (
          <FoldedParagraph branch={branch} showing={showing} cut={cut} />
        );
      })}
    </ol>
  );
}

const Paragraph = ({ branch: { passage, below }, showing }: { branch: Branch; showing: LawTextOptions }) => (
  <li id={anchorOf(passage.id)}>
    <Own passage={passage} showing={showing} />
    <Paragraphs branches={below} showing={showing} />
  </li>
);

/**
 * The summary has no links, because it is a control itself; the link to the paragraph's own page follows it. The anchor is
 * within the folded part, because browsers open what a fragment lies in.
 */
const FoldedParagraph = ({
  branch: { passage, below },
  showing,
  cut,
}: {
  branch: Branch;
  showing: LawTextOptions;
  cut: number;
}) => (
  <li>
    <details>
      <summary>
        <LawText passage={passage} showing={{ ...showing, withoutLinks: true }} to={cut} />
      </summary>
      <section id={anchorOf(passage.id)}>
        {/* biome-ignore lint/a11y/useAnchorContent: it has a label, and the style sheet adds words that are not the law's */}
        <a
          class="own-page"
          href={addressOf(passage.id, showing.asOf)}
          aria-label={`${sectionCitation(passage.citation)} on a separate page`}
        />
        {passage.text && passage.text.length > cut && (
          <p>
            <LawText passage={passage} showing={showing} from={cut} />
          </p>
        )}
        <Paragraphs branches={below} showing={showing} />
      </section>
    </details>
  </li>
);

/**
 * Where the summary of a folded paragraph ends in its text: after a short text, or after the heading of a longer one. Null for
 * a paragraph that does not fold: one that has no paragraphs within it, or no designator, or no heading.
 */
function summaryEnd({ passage: { text, heading }, below }: Branch): number | null {
  if (!text?.startsWith('(') || below.length === 0) return null;
  if (text.length <= LONGEST_SUMMARY) return text.length;
  const at = heading === null ? -1 : text.indexOf(heading);
  return heading === null || at < 0 || at > 10
    ? null
    : at + heading.length + (/^[.—:–-]+/.exec(text.slice(at + heading.length))?.[0].length ?? 0);
}

function Own({ passage, showing, isRoot = false }: { passage: Passage; showing: LawTextOptions; isRoot?: boolean }) {
  if (!passage.text) return passage.reserved ? <p>[Reserved]</p> : null;
  return (
    <p>{isRoot ? <LawText passage={passage} showing={showing} /> : <Text passage={passage} showing={showing} />}</p>
  );
}

/** The designator or the defined name at the beginning of a paragraph links to the paragraph's own page. */
function Text({ passage, showing }: { passage: Passage; showing: LawTextOptions }) {
  const { id, citation, text } = passage;
  const last = parseCitation(citation)?.paragraphs.at(-1);
  const begins = [`(${last})`, last ?? ''].find(
    (one) => last !== undefined && text?.toLowerCase().startsWith(one.toLowerCase()),
  );
  if (begins === undefined) return <LawText passage={passage} showing={showing} />;
  const begin = text?.slice(0, begins.length);
  return (
    <>
      <LinkTo id={id} asOf={showing.asOf} class="own" aria-label={`${begin}: ${sectionCitation(citation)}`}>
        {begins.startsWith('(') ? begin : <i>{begin}</i>}
      </LinkTo>
      <LawText passage={passage} showing={showing} from={begins.length} />
    </>
  );
}
