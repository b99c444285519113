import { fragment } from '../../src/plan/fragment.ts';

/** How a question names a document: by its first page or one of its pages, or by its number. */
export interface RuleAddress {
  /** "89 FR 1192". Null for a document number. */
  citation: string | null;
  /** What the citations of the volume begin with: "89 FR ". */
  volume: string;
  page: number;
  /** "2023-28857". Null for a citation. */
  documentNumber: string | null;
}

/** Documents of the Federal Register. */
export const rule = {
  byAddress: fragment<RuleAddress>('rule/by-address'),
  all: fragment<{ stage?: string | null | undefined }>('rule/all'),
  amendments: fragment('rule/amendments'),
  finalizes: fragment('rule/finalizes'),
  finalizedBy: fragment('rule/finalized-by'),
  corrects: fragment('rule/corrects'),
  correctedBy: fragment('rule/corrected-by'),
};
