/** Words that introduce definitions. */
const ANNOUNCES =
  /\bdefinitions?\b|\bmeanings? of (?:terms|words)\b|\bfollowing (terms|words)\b|\bterms? (have|has) the (following )?meanings?\b|^(for|as used in) .{0,40}this (part|subpart|section|subchapter)[^.]{0,40}:$/i;

/** Whether a heading introduces a list whose members can lack a verb, as in "*Applicant.* A person that …". */
export const headsList = (heading: string) =>
  /\bdefinitions?\b[^.]*\.?$|\bmeanings? of (?:terms|words)\b/i.test(heading);

/** Whether a sentence introduces such a list, as in "The following definitions apply:". */
export const introducesList = (text: string) =>
  /\b(?:following (?:terms|words|definitions)|definitions? (?:that )?(?:apply|applies))\b[^.]*[:—]$/i.test(text);

/** The beginning of a definition, at any position. */
export const DEFINES =
  /^.{0,160}?\b(means?|has the (same )?meaning|have the (same )?meanings?|is defined|are defined)\b/;

/** Whether these words introduce definitions. */
export const announces = (text: string) => ANNOUNCES.test(text);

/** Whether a sentence numbers its own parts, as in "(a) A rifle; (b) a shotgun". Such parts stay in one paragraph. */
export const isRunIn = (text: string) =>
  /^\((?:a|1|i|A)\)/.test(text) && /[;,] (?:and |or )?\((?:b|2|ii|B)\) /.test(text);
