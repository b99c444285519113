/**
 * The editorial rules of the seed: the requirements on a page in addition to correct references. `seed --check`
 * enforces them. Loading a seed does not, so other people's seed folders can follow other rules.
 */
import type { Remark } from '../../../store/errors.ts';
import type { Collector } from '../collector.ts';
import { DEFINITION, marksOf } from '../page.ts';
import type { SeedFiles, WrittenTerm } from '../read.ts';
import type { SeedItem, SeedPlace } from '../yaml.ts';
import { checkConnections } from './connections.ts';
import { type Sentence, sentencesOf } from './prose.ts';
import { gradeOf } from './readability.ts';
import { britishSpelling } from './spelling.ts';

const LONGEST_SENTENCE = 40; // words
const LONGEST_SHORT_DEFINITION = 240; // characters
const HIGHEST_GRADE = 14;

/** The errors in a seed's content, and the findings that should be checked. */
export interface SeedReview {
  faults: Remark[];
  notes: Remark[];
}

/**
 * Reviews the terms, and every summary and gist.
 *
 * @param today an ISO 8601 calendar date; terms that were last reviewed more than a year before this date are noted
 */
export async function reviewSeed(files: SeedFiles, collector: Collector, today: string): Promise<SeedReview> {
  const faults: Remark[] = [];
  const notes: Remark[] = [];
  const fault = (place: SeedPlace, message: string) => void faults.push({ ...place, message });
  const note = (place: SeedPlace, message: string) => void notes.push({ ...place, message });
  const isBritish = await britishSpelling();

  const proofread = (place: SeedPlace, markdown: string): Sentence[] => {
    const sentences = sentencesOf(markdown);
    for (const { text, words } of sentences) {
      if (words.length > LONGEST_SENTENCE)
        fault(
          place,
          `split this sentence, which has ${words.length} words (the limit is ${LONGEST_SENTENCE}): ${start(text)}`,
        );
      for (const word of words)
        if (isBritish(word)) fault(place, `use the American spelling of "${word}": ${start(text)}`);
    }
    return sentences;
  };

  for (const term of files.terms) {
    checkReviewed(term, today, fault, note);
    checkSources(term, fault);
    const { value, at } = term;
    const { keyTakeaways, sections, lines } = value.page;
    if (value.shortDefinition.length > LONGEST_SHORT_DEFINITION) {
      const length = value.shortDefinition.length;
      fault(
        at('shortDefinition'),
        `shortDefinition: must have at most ${LONGEST_SHORT_DEFINITION} characters, not ${length}`,
      );
    }
    const sentences = [
      proofread(at('shortDefinition'), value.shortDefinition),
      proofread({ file: at().file, line: lines.keyTakeaways }, keyTakeaways.map((one) => `- ${one}`).join('\n')),
      ...sections.map(({ heading, body }, i) =>
        proofread({ file: at().file, line: lines.sections[i] ?? 1 }, `## ${heading}\n${body}`),
      ),
    ].flat();
    const grade = gradeOf(sentences);
    if (grade > HIGHEST_GRADE)
      note(
        at(),
        `the page reads at US grade ${grade.toFixed(1)}; use shorter words and sentences to lower the grade to ${HIGHEST_GRADE}`,
      );
  }
  for (const { record, place } of collector.entities.values()) {
    if (record.kind !== 'TERM' && record.kind !== 'ALIAS' && record.summary) proofread(place, record.summary);
  }
  for (const { record, place } of collector.relations.values())
    if (record.type === 'DEFINES' && record.text) proofread(place, record.text);
  checkConnections(files.terms, collector, fault);
  return { faults, notes };
}

type Report = (place: SeedPlace, message: string) => void;

function checkReviewed({ value, at }: SeedItem<WrittenTerm>, today: string, fault: Report, note: Report): void {
  const { reviewed } = value;
  if (reviewed === undefined)
    fault(
      at('name'),
      'reviewed: is required and must be the date on which the page was last checked against its sources',
    );
  else if (reviewed > today) fault(at('reviewed'), `reviewed: must not be later than today, ${today}`);
  else if (reviewed <= aYearBefore(today))
    note(at('reviewed'), `the page was last reviewed on ${reviewed}, more than a year ago`);
}

const aYearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** Every source supports a statement that is marked with it, and each paragraph of a definition rests on a source. */
function checkSources({ value, at }: SeedItem<WrittenTerm>, fault: Report): void {
  const { sections, lines } = value.page;
  const marked = new Set(marksOf(value.page).map(({ source }) => source));
  for (const [i, source] of value.sources.entries()) {
    if (!marked.has(source))
      fault(
        at('sources', i),
        `no statement cites this source; write [^${source}] after the sentence that the source supports`,
      );
  }
  const [i] = sections.flatMap(({ heading }, at) => (heading === DEFINITION ? [at] : []));
  const definition = i === undefined ? undefined : sections[i];
  if (i === undefined || !definition) return;
  let from = 0;
  for (const paragraph of definition.body.split(/\n{2,}/)) {
    const to = definition.body.indexOf(paragraph, from) + paragraph.length;
    const start = to - paragraph.length;
    if (!definition.references.some(({ end }) => end > start && end <= to))
      fault(
        { file: at().file, line: lines.sections[i] ?? 1 },
        `cite a source in this paragraph of the definition: ${paragraph.slice(0, 60)}…`,
      );
    from = to;
  }
}

const start = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
