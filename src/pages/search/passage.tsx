/** A passage of a result that contains words of the query, with these words highlighted. */
import type { FoundEdge, FoundText } from './documents.ts';
import { wordsIn } from './reasons.ts';

/** The fields with running text. Of two with as many words of the query, the first is shown. */
const TERM_FIELDS = ['summary', 'definition'];
const LAW_FIELDS = ['text', 'summary'];

/** The passage with the most words of the query, or else the summary. Renders nothing if there is neither. */
export function Passage({ edge: { node, highlights } }: { edge: FoundEdge }) {
  const fields = node.kind === 'REGULATION' ? LAW_FIELDS : TERM_FIELDS;
  const texts = fields.flatMap((field) => highlights.filter((one) => one.field === field));
  const most = Math.max(...texts.map((text) => wordsIn(text).size));
  const best = texts.find((text) => wordsIn(text).size === most);
  if (best === undefined) return node.summary ? <p class="passage">{node.summary}</p> : null;
  const isProse = best.field === 'definition';
  const isWhole = best.text === node.summary;
  return (
    <p class="passage">
      {!isWhole && beginsWithin(best.text) && '… '}
      <Marked found={best} isProse={isProse} />
      {!isWhole && endsWithin(best.text) && ' …'}
    </p>
  );
}

/** Long texts are cut between words, and the API does not tell where: a sentence begins and ends otherwise. */
const beginsWithin = (text: string): boolean => !/^[\p{Lu}\p{N}("“‘[§*`]/u.test(text);
const endsWithin = (text: string): boolean => !/[.?!:;)”’"\]*`—]$/u.test(text.trimEnd());

/**
 * A text with its highlighted ranges. Of the CommonMark markup, only the signs for emphasis, code, and lists are
 * removed.
 */
export function Marked({ found: { text, ranges }, isProse = false }: { found: FoundText; isProse?: boolean }) {
  const shown = (from: number, to: number) => {
    const part = text.slice(from, to);
    return isProse ? withoutSigns(part) : part;
  };
  const ends = [0, ...ranges.map(([start = 0, end = start]) => end)];
  return (
    <>
      {ranges.map(([start = 0, end = start], i) => (
        <>
          {shown(ends[i] ?? 0, start)}
          <mark>{shown(start, end)}</mark>
        </>
      ))}
      {shown(ends.at(-1) ?? 0, text.length)}
    </>
  );
}

const withoutSigns = (commonMark: string): string =>
  commonMark.replace(/(?<=\n)(?:[-*]|\d+\.) /g, '').replace(/\\(?=[!-/:-@[-`{-~])|[*`]/g, '');
