import { entry, type Glossary, type GlossaryEntry, type GlossaryFile } from './shape.ts';

const FORM = '*[EHR]: Electronic Health Record';

/**
 * Reads abbreviations as Markdown has them (PHP Markdown Extra): one a line, `*[EHR]: Electronic Health Record`. Comments are
 * left out, and so is the page around them, if there is one.
 */
export function readAbbreviations({ text, fault }: GlossaryFile): Glossary {
  const entries: GlossaryEntry[] = [];
  let others = 0;
  for (const [i, written] of withoutComments(text)
    .split(/\r\n?|\n/)
    .entries()) {
    const line = i + 1;
    if (written.trim() === '') continue;
    if (!/^ {0,3}\*\[/.test(written)) {
      others += 1;
      continue;
    }
    const [, name = '', expansion = ''] = /^ {0,3}\*\[([^\]]*)\]:(.*)$/.exec(written) ?? [];
    if (name.trim() === '' || expansion.trim() === '') {
      fault(`an abbreviation reads "${FORM}"`, { line, column: written.indexOf('*') + 1 });
      continue;
    }
    entries.push(entry({ name: expansion, aliases: [{ name, kind: 'ABBREVIATION' }], place: () => ({ line }) }));
  }
  if (entries.length === 0 && others > 0) fault(`it has no line like "${FORM}"`, { line: 1 });
  const passedOver =
    others === 0
      ? []
      : [others === 1 ? 'one line that is no abbreviation' : `${others} lines that are no abbreviations`];
  return { entries, passedOver };
}

/** Comments become blanks: lines keep their numbers. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) break;
    kept.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, ''));
    from = end + '-->'.length;
  }
  return [...kept, text.slice(from)].join('');
}
