import { cypherOf } from '../../src/graph/template.ts';
import type { RegulationLevel } from '../../src/model/kinds.ts';
import { fragment } from '../../src/plan/fragment.ts';

type AsOf = { asOf?: string | null | undefined };

/** A row of `cites` and of `citedBy`: a relation, or a pending relation, with its two ends. */
export interface CitationRow {
  targetCitation: string;
}

/** The texts of `node` and of everything inside it: an expression. */
export const allTexts = cypherOf('regulation/all-texts', 'node');

/** What is known over time of the texts of `node`, with sources: an expression. */
export const versions = cypherOf('regulation/versions', 'node');

/** The parameters of a list of provisions. */
type Listed = { level: RegulationLevel | null; within: string | null } & AsOf;

/** Provisions of the law. */
export const regulation = {
  byCitation: fragment<{ citation: string; placeKey: string; paragraphs: string }>('regulation/by-citation'),
  all: fragment<Listed>('regulation/all'),
  within: fragment<Listed>('regulation/within'),
  ancestors: fragment('regulation/ancestors'),
  children: fragment('regulation/children'),
  passages: fragment('regulation/passages'),
  previous: fragment('regulation/previous'),
  next: fragment('regulation/next'),
  defines: fragment<AsOf>('regulation/defines'),
  mentions: fragment<{ deep: boolean } & AsOf>('regulation/mentions'),
  cites: fragment('regulation/cites'),
  citedBy: fragment('regulation/cited-by'),
  exceptions: fragment('regulation/exceptions'),
  exceptionTo: fragment('regulation/exception-to'),
  amendedBy: fragment('regulation/amended-by'),
  adoptions: fragment<AsOf>('regulation/adoptions'),
};
