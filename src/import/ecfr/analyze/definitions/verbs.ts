import type { FlatProvision } from '../../provisions/flatten.ts';

/** Verbs that only definitions contain, such as "means" and "shall have the same meaning". */
export const MEANS =
  /(?:shall |will )?means?\b(?! (?:of|by|for|be|is|are|and|or|used|whatsoever|other)\b)(?=[\s,:;—–-])(?!\.)|(?:shall |will )?(?:has|have) (?:the|its|their) (?:same |following |respective )?meanings?\b/;
/** Verbs that define if they follow a name in italics or quotation marks. */
export const STATES =
  /(?:is|are|shall be) defined\b(?! benefit)|stands? for\b|(?:shall |will )?refers? to\b|(?:shall |will )?encompass(?:es)?\b|denotes?\b/;
/** A verb that defines only after a marked name, or after a name that introduces a definition. */
export const INCLUDES = /(?:shall |will )?(?:specifically )?includes?\b(?! only\b)/;

/** Whether the verb that ends here is outside an italic heading such as "*Specific opt out means*". */
export const isVerbHere = ({ italics }: FlatProvision, end: number): boolean =>
  !italics.some(([from, to]) => from < end && to >= end);
