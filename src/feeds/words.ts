/** Describes a change in words. Only a date stated by the law is shown as the date of the change. */
import { happened } from '../prose/change.ts';
import type { ToldChange } from './changes.ts';

/**
 * The title of a change, such as "45 CFR 171.103: text changed" or "US Core 3.1.1 in 45 CFR 170.215(b)(1)(i): adoption
 * ended".
 */
export function titleOf(change: ToldChange): string {
  const { subject, regulation } = change;
  const where = regulation === null || regulation.citation === subject.label ? '' : ` in ${regulation.citation}`;
  return `${subject.label}${where}: ${happened(change)}`;
}

const IN_LIST = new Intl.ListFormat('en-US');

/** The date of the change and the rule that made it, if they are known. */
export function reasonOf({ on, basis, amendments }: ToldChange): string {
  const rules = new Set(amendments.map(({ citation, rule }) => (rule ? `${rule.name} (${citation})` : citation)));
  const by = rules.size > 0 ? `By ${IN_LIST.format(rules)}` : null;
  const when = {
    STATED: `effective ${on}`,
    EFFECTIVE_DATE: `effective ${on}`,
    PUBLICATION: `published ${on}; the effective date is not known`,
    FIRST_SEEN: `first seen in the edition of ${on}; the date of the change is not known`,
    UNKNOWN: 'the date of the change is not known',
  }[basis];
  return by === null ? `${when.charAt(0).toUpperCase()}${when.slice(1)}.` : `${by}, ${when}.`;
}
