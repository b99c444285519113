/** Parses references to Federal Register documents: by page, or by document number. */
import { DOCUMENT_NUMBER } from '../kinds/rule.ts';
import { parseStatute } from './parse.ts';

/** Parses a Federal Register page: "89 Fed. Reg. 1,192" becomes "89 FR 1192". Null for any other text. */
export function pageIn(text: string): string | null {
  const page = parseStatute(text.trim());
  return page !== null && /^\d+ FR \d+$/.test(page) ? page : null;
}

/** The volume and the page of a canonical citation, such as 89 and 1192 for "89 FR 1192". */
export function volumeAndPage(citation: string): { volume: number; page: number } {
  const [volume, page] = citation.split(' FR ').map(Number);
  return { volume: volume ?? Number.NaN, page: page ?? Number.NaN };
}

/** Parses a document number: "FR Doc. E9-31216" becomes "E9-31216". Null for any other text. */
export function documentNumberIn(text: string): string | null {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^(?:FR\s+)?DOC(?:UMENT)?\.?\s*(?:NO\.?\s*)?/, '')
    .replace(/[‐‑–]/g, '-');
  return DOCUMENT_NUMBER.test(written) ? written : null;
}
