/** Reads how texts name documents of the Federal Register: by a page, or by the number of the document. */
import { DOCUMENT_NUMBER } from '../kinds/rule.ts';
import { parseStatute } from './parse.ts';

/** Reads a page of the Federal Register: "89 Fed. Reg. 1,192" is "89 FR 1192". Null for anything else. */
export function pageIn(text: string): string | null {
  const page = parseStatute(text.trim());
  return page !== null && /^\d+ FR \d+$/.test(page) ? page : null;
}

/** The volume and the page of a canonical citation: 89 and 1192 of "89 FR 1192". */
export function volumeAndPage(citation: string): { volume: number; page: number } {
  const [volume, page] = citation.split(' FR ').map(Number);
  return { volume: volume ?? Number.NaN, page: page ?? Number.NaN };
}

/** Reads a document number: "FR Doc. E9-31216" is "E9-31216". Null for anything else. */
export function documentNumberIn(text: string): string | null {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^(?:FR\s+)?DOC(?:UMENT)?\.?\s*(?:NO\.?\s*)?/, '')
    .replace(/[‐‑–]/g, '-');
  return DOCUMENT_NUMBER.test(written) ? written : null;
}
