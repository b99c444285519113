/** Adoptions of standards by the law in words: days, certainty, and what else matters for compliance. */
import type { Certainty } from '../model/certainty.ts';
import type { NoticeKind } from '../model/notice.ts';
import type { DatedPeriod } from '../prose/period.ts';
import { Day, hasSpan, Span } from './days.tsx';
import { type LinkedProvision, OutsideLink, ProvisionLink } from './links.tsx';

/** How sure an answer for a day is, and why. */
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

/** What a line about an adoption shows. */
export interface ShownAdoption extends DatedPeriod {
  regulation: LinkedProvision;
  coverage: Sureness;
  notices: readonly AdoptionNotice[];
}

/** What readers call each certainty. The API's reason says more. */
export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  OBSERVED: 'Observed',
  DERIVED: 'Derived',
  PRESUMED: 'Presumed',
  UNCERTAIN: 'Uncertain',
  UNKNOWN: 'Not known',
};

/** What readers call each kind of notice. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, string>> = {
  ENFORCEMENT_DISCRETION: 'Enforcement discretion',
  SVAP: 'Newer versions permitted (SVAP)',
  COMPLIANCE_DATE: 'Compliance date',
  ALTERNATIVE: 'Alternative',
};

/** A certainty in a word, and its reason in the API's own words. */
export const Certain = ({ coverage: { certainty, reason } }: { coverage: Sureness }) => (
  <span class={`certain certain-${certainty.toLowerCase()}`}>
    <b>{CERTAINTY_WORDS[certainty]}.</b> {reason}
  </span>
);

/** The days of an adoption: "since March 11, 2024". Says so if no date is known. */
export const AdoptionDays = ({ adoption }: { adoption: DatedPeriod }) => (
  <span class="days">{hasSpan(adoption) ? <Span period={adoption} /> : 'since an unknown date'}</span>
);

/** The notices that apply on a day, then those that begin later. */
export const noticesOn = <Notice extends Pick<AdoptionNotice, 'from' | 'to'>>(
  notices: readonly Notice[],
  day: string,
): Notice[] =>
  notices
    .filter(({ to }) => to === null || to > day)
    .sort((a, b) => Number((a.from ?? '') > day) - Number((b.from ?? '') > day));

/** A list of notices, each with its kind, days, and source. Nothing without notices. */
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

/** Where a standard is adopted, since when, and how sure that is on a day; then the notices of the day and of later days. */
export const AdoptionLine = ({ adoption, day }: { adoption: ShownAdoption; day: string }) => (
  <>
    <ProvisionLink provision={adoption.regulation} /> <AdoptionDays adoption={adoption} />
    <br />
    <Certain coverage={adoption.coverage} />
    <Notices notices={noticesOn(adoption.notices, day)} />
  </>
);
