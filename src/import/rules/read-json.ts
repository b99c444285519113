import { z } from 'zod';
import { documentNumberIn, pageIn } from '../../model/citations/register.ts';
import type { RuleStage } from '../../model/kinds/rule.ts';
import { ImportError } from '../../store/errors.ts';
import { placeInJson } from '../json-place.ts';
import { parseJson } from '../text-file.ts';
import type { RuleDocument, RuleFile } from './rule-document.ts';

const day = z.iso.date().nullish();

/** A document as the Federal Register's API describes it. Fields that are not read are passed over. */
const FederalRegisterDocument = z.object({
  document_number: z.string(),
  title: z.string(),
  type: z.string(),
  subtype: z.string().nullish(),
  action: z.string().nullish(),
  citation: z.string().nullish(),
  volume: z.int().nullish(),
  start_page: z.int().nullish(),
  end_page: z.int().nullish(),
  publication_date: day,
  effective_on: day,
  html_url: z.url().nullish(),
  correction_of: z.string().nullish(),
  cfr_references: z.array(z.object({ title: z.coerce.number().int(), part: z.coerce.string() })).nullish(),
});
type FederalRegisterDocument = z.infer<typeof FederalRegisterDocument>;

/** A list of search results, an array of documents, or one document. */
const FILE = z.union([
  z.object({ results: z.array(FederalRegisterDocument) }).transform(({ results }) => results),
  z.array(FederalRegisterDocument),
  FederalRegisterDocument.transform((one) => [one]),
]);

/**
 * Reads documents in the format of the Federal Register's API.
 *
 * @param file the name of the file in messages
 * @throws ImportError for a file that is not valid JSON or has other contents, with the position
 */
export function readRulesJson(file: string, text: string): RuleFile {
  const parsed = parseJson(file, text);
  const read = FILE.safeParse(parsed);
  if (!read.success) throw new ImportError(faultsOf(file, text, parsed));
  const leftOut: string[] = [];
  const documents = read.data.flatMap((document): RuleDocument[] => {
    const stage = stageOf(document);
    if (stage === null) {
      leftOut.push(`${document.document_number}: documents of the type "${document.type}" are not imported`);
      return [];
    }
    return [ruleOf(document, stage)];
  });
  return { documents, leftOut };
}

/** The faults of the documents one by one: those of the union would name every form. */
function faultsOf(file: string, text: string, parsed: unknown) {
  const list = z.object({ results: z.array(z.unknown()) }).safeParse(parsed).data?.results;
  const [documents, path] = list ? [list, ['results']] : Array.isArray(parsed) ? [parsed, []] : [[parsed], null];
  return documents.flatMap((one, i) =>
    (FederalRegisterDocument.safeParse(one).error?.issues ?? []).map(({ path: field, message }) => ({
      file,
      ...placeInJson(text, [...(path === null ? [] : [...path, i]), ...field]),
      message: `${field.join('.') || 'document'}: ${message}`,
    })),
  );
}

function ruleOf(document: FederalRegisterDocument, stage: RuleStage): RuleDocument {
  const { volume, start_page, end_page, correction_of, cfr_references } = document;
  const page = document.citation ?? (volume && start_page ? `${volume} FR ${start_page}` : '');
  const corrected = documentNumberIn(correction_of?.split('/').at(-1) ?? '');
  return {
    citation: pageIn(page) ?? undefined,
    documentNumber: documentNumberIn(document.document_number) ?? undefined,
    lastPage: end_page ?? undefined,
    name: document.title,
    stage,
    publishedOn: document.publication_date ?? undefined,
    effectiveOn: document.effective_on ?? undefined,
    url: document.html_url ?? undefined,
    provisions: (cfr_references ?? []).map(({ title, part }) => ({ citation: { title, part, paragraphs: [] } })),
    finalizes: [],
    corrects: corrected === null ? [] : [corrected],
  };
}

/**
 * The stage of a document. The Federal Register has three types; the line "action" tells interim rules, corrections, delays,
 * and withdrawals from others. Null for other types, such as presidential documents.
 */
function stageOf({ type, action, correction_of }: FederalRegisterDocument): RuleStage | null {
  const does = action ?? '';
  if (!/^(?:Rule|Proposed Rule|Notice)$/i.test(type)) return null;
  if (correction_of || /\bcorrect/i.test(does)) return 'CORRECTION';
  if (/\bwithdraw/i.test(does)) return 'WITHDRAWAL';
  if (/\bdelay|\bpostpone/i.test(does)) return 'DELAY';
  if (/^notice$/i.test(type)) return 'NOTICE';
  if (/^proposed/i.test(type)) return 'PROPOSED';
  return /\binterim\b/i.test(does) ? 'INTERIM_FINAL' : 'FINAL';
}
