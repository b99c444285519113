import { dayFile, dayPage } from '../adopted/day-page.tsx';
import { requestIn } from '../adopted/request.ts';
import { wordFile, wordPage } from '../adopted/word-page.tsx';
import type { SitePage } from '../page.ts';

/**
 * /adopted: what the law adopts today. /adopted?on=2026-06-01&for=ehi: the adoptions on a day for a word. &format=csv:
 * the same as a file.
 */
export const adopted: SitePage = {
  path: '/adopted',
  examples: ['for=uscdi'],
  canonicalParameters: ['on', 'for', 'within', 'after'],
  async answer({ given, ask }) {
    const request = requestIn(given);
    const { word, isCsv } = request;
    if (word === null) return isCsv ? dayFile(request, ask) : dayPage(request, ask);
    return isCsv ? wordFile({ ...request, word }, ask) : wordPage({ ...request, word }, ask);
  },
};
