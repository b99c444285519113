/**
 * Describes adoptions of standards in words: their dates, their certainty, and the notices that matter for compliance.
 */
import type { Certainty } from '../model/certainty.ts';
import type { NoticeKind } from '../model/notice.ts';
import type { DatedPeriod } from '../prose/period.ts';
import { Day, hasSpan, Span } from './days.tsx';
import { type LinkedProvision, OutsideLink, ProvisionLink } from './links.tsx';

/** How certain an answer for a day is, and why. */
export interface Sureness {
  certainty: Certainty;
  reason: string;
}

/** A statement about the enforcement of an adoption. `to` is the first day on which it no longer applies. */
export interface AdoptionNotice {
  kind: NoticeKind;
  text: string;
  from: string | null;
  to: string | null;
  source: { name: string; url: string | null };
}

/** The data in a line about an adoption. */
export interface ShownAdoption extends DatedPeriod {
  regulation: LinkedProvision;
  coverage: Sureness;
  notices: readonly AdoptionNotice[];
}

/** The word for each certainty. The API's reason explains more. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  OBSERVED: 'Observed',
  DERIVED: 'Derived',
  PRESUMED: 'Presumed',
  UNCERTAIN: 'Uncertain',
  UNKNOWN: 'Not known',
};

/** The words for each kind of notice. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, string>> = {
  ENFORCEMENT_DISCRETION: 'Enforcement discretion',
  SVAP: 'Newer versions permitted (SVAP)',
  COMPLIANCE_DATE: 'Compliance date',
  ALTERNATIVE: 'Alternative',
};

/** A certainty in a word, followed by its reason in the API's own words. */
export const Certain = ({ coverage: { certainty, reason } }: { coverage: Sureness }) => (
  <span class={`certain certain-${certainty.toLowerCase()}`}>
    <b>{CERTAINTY_WORDS[certainty]}.</b> {reason}
  </span>
);

/** The dates of an adoption, such as "since March 11, 2024". If no date is known, it states so. */
export const AdoptionDays = ({ adoption }: { adoption: DatedPeriod }) => (
  <span class="days">{hasSpan(adoption) ? <Span period={adoption} /> : 'since an unknown date'}</span>
);

/** The notices that apply on a day, followed by those that begin later. */
export const noticesOn = <Notice extends Pick<AdoptionNotice, 'from' | 'to'>>(
  notices: readonly Notice[],
  day: string,
): Notice[] =>
  notices
    .filter(({ to }) => to === null || to > day)
    .sort((a, b) => Number((a.from ?? '') > day) - Number((b.from ?? '') > day));

/** A list of notices, each with its kind, dates, and source. Renders nothing if there are no notices. */
export const Notices = ({ notices }: { notices: readonly AdoptionNotice[] }) =>
  notices.length === 0 ? null : (
    <ul class="notices">
      {notices.map(({ kind, text, from, to, source }) => (
        <li>
          <b>{NOTICE_WORDS[kind]}</b>
          {from && (
            <>
              {' from '}
              <Day date={from} />
            </>
          )}
          {to && (
            <>
              {' until '}
              <Day date={to} />
            </>
          )}
          {'. '}
          {text} <span class="muted">Source: </span>
          <span class="muted">
            <OutsideLink address={source.url}>{source.name}</OutsideLink>
          </span>
        </li>
      ))}
    </ul>
  );

/**
 * The provision that adopts a standard, the start date, and the certainty on a day, followed by the notices for that
 * day and later days.
 */
export const AdoptionLine = ({ adoption, day }: { adoption: ShownAdoption; day: string }) => (
  <>
    <ProvisionLink provision={adoption.regulation} /> <AdoptionDays adoption={adoption} />
    <br />
    <Certain coverage={adoption.coverage} />
    <Notices notices={noticesOn(adoption.notices, day)} />
  </>
);
