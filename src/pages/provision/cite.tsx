/** How to cite a provision as of a date. */
import type { CfrCitation } from '../../model/citation.ts';
import { parseCitation } from '../../model/citations/parse.ts';
import { addressOf } from '../../view/address.ts';
import { Citations } from '../../view/cite.tsx';
import { dayInWords } from '../../view/days.tsx';

/** What a citation is made of. */
interface Cited {
  readonly id: string;
  /** The canonical citation. */
  readonly citation: string;
  /** The date of the text. */
  readonly day: string;
  /** The address of the site, without a trailing slash. */
  readonly site: string;
}

const ABBREVIATED = [
  ['subtitle', 'subtit.'],
  ['chapter', 'ch.'],
  ['subchapter', 'subch.'],
  ['part', 'pt.'],
  ['subpart', 'subpt.'],
  ['appendix', 'app.'],
] as const;

/** A designator, such as "a" or "12"; the name of a definition is longer or has spaces. */
const DESIGNATOR = /^(?:[a-z]{1,5}|\d{1,3}|[A-Z]{1,4})$/;

/**
 * The citation in the form of The Bluebook, rule 14.2: "45 C.F.R. § 171.203(a) (2026)".
 *
 * @param year the year of the edition
 */
export function bluebook(place: CfrCitation, year: string): string {
  const { title, part, section, paragraphs } = place;
  const designators = paragraphs.filter((one) => DESIGNATOR.test(one)).map((one) => `(${one})`);
  const [defined] = paragraphs.filter((one) => !DESIGNATOR.test(one));
  if (section !== undefined) {
    return defined === undefined
      ? `${title} C.F.R. § ${part}.${section}${designators.join('')} (${year})`
      : `${title} C.F.R. § ${part}.${section} (${year}) (definition of “${defined}”)`;
  }
  const steps = ABBREVIATED.flatMap(([name, short]) => (place[name] === undefined ? [] : [`${short} ${place[name]}`]));
  return `${[`${title} C.F.R.`, steps.join(', ')].join(' ').trim()} (${year})`;
}

/** The citations of a provision, with the date of its text. */
export function CiteAs({ id, citation, day, site }: Cited) {
  const place = parseCitation(citation);
  const href = addressOf(id, day);
  return (
    <Citations
      words="Cite as"
      forms={[
        ...(place === null ? [] : [{ style: 'Bluebook', text: bluebook(place, day.slice(0, 4)) }]),
        { style: 'Plain', text: `${citation}, as of ${dayInWords(day)}` },
        { style: 'Link', text: `${site}${href}`, href },
      ]}
    />
  );
}
