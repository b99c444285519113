import { entry, type Glossary, type GlossaryEntry, type GlossaryFile } from './shape.ts';

const FORM = '*[EHR]: Electronic Health Record';

/**
 * Reads abbreviations in the form of PHP Markdown Extra, one on each line: `*[EHR]: Electronic Health Record`. Ignores
 * comments and the rest of the page.
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
      fault(`An abbreviation line must have the form "${FORM}".`, { line, column: written.indexOf('*') + 1 });
      continue;
    }
    entries.push(entry({ name: expansion, aliases: [{ name, kind: 'ABBREVIATION' }], place: () => ({ line }) }));
  }
  if (entries.length === 0 && others > 0)
    fault(`The file must contain at least one line of the form "${FORM}".`, { line: 1 });
  const passedOver =
    others === 0
      ? []
      : [
          others === 1
            ? 'One line was left out, because it is not an abbreviation.'
            : `${others} lines were left out, because they are not abbreviations.`,
        ];
  return { entries, passedOver };
}

/** Replaces comments by spaces, so that line numbers stay the same. */
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
