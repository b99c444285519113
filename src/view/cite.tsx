/** How to cite a page, in a few styles, each with a button that copies it. */
import { withMarks } from '../prose/hidden.ts';
import { dayInWords } from './days.tsx';

/** A page to cite. */
export interface CitedPage {
  title: string;
  /** Whose words it has: "Glossograph", or the name of another vocabulary. */
  from: string;
  /** The canonical address, or the identifier of the entity if the server does not know its address. */
  address: string;
  /** The day of the last review, if one is known. */
  reviewedOn: string | null;
  /** What BibTeX calls it: "ehr". */
  key: string;
}

/** The name of this site. */
const SITE = 'Glossograph';

/** A citation in a style. */
export interface CitationForm {
  style: string;
  text: string;
  /** Where a text that is an address leads. */
  href?: string;
  /** True for lines that must stay as they are. */
  isCode?: boolean;
}

/**
 * Citations in a few styles, folded, each with a button that shows once a script can copy. What a reader copies is what the page
 * shows, with invisible characters as marks.
 */
export const Citations = ({ words, forms }: { words: string; forms: readonly CitationForm[] }) => (
  <details class="cite-as">
    <summary>{words}</summary>
    <dl>
      {forms.map(({ style, text, href, isCode }) => (
        <div>
          <dt>{style}</dt>
          <dd>
            {isCode ? <pre>{text}</pre> : href ? <a href={href}>{text}</a> : <span>{text}</span>}{' '}
            <button type="button" class="copy" data-copy={withMarks(text)} aria-label={`Copy: ${style}`} hidden>
              Copy
            </button>
          </dd>
        </div>
      ))}
    </dl>
  </details>
);

/** The citations of a page of Glossograph. */
export const CitePage = ({ page }: { page: CitedPage }) => (
  <Citations
    words="Cite this page"
    forms={[
      { style: 'Plain', text: plain(page) },
      { style: 'APA', text: apa(page) },
      { style: 'BibTeX', text: bibtex(page), isCode: true },
    ]}
  />
);

const place = (from: string): string => (from === SITE ? SITE : `${from}, in ${SITE}`);

/** “EHR.” Glossograph, last reviewed November 29, 2026. https://… */
export const plain = ({ title, from, address, reviewedOn }: CitedPage): string =>
  `“${title}.” ${place(from)}${reviewedOn ? `, last reviewed ${dayInWords(reviewedOn)}` : ''}. ${address}`;

/** EHR. (2026, November 29). In Glossograph. https://… After the style for an entry in a work without a named author. */
export function apa({ title, from, address, reviewedOn }: CitedPage): string {
  const [, monthAndDay, year] = /^(.*), (\d+)$/.exec(reviewedOn ? dayInWords(reviewedOn) : '') ?? [];
  return `${title}. (${year ? `${year}, ${monthAndDay}` : 'n.d.'}). In ${place(from)}. ${address}`;
}

/** An entry of the type `misc`. */
export function bibtex({ title, from, address, reviewedOn, key }: CitedPage): string {
  const fields = [
    ['title', `{${escaped(title)}}`],
    ['howpublished', escaped(place(from))],
    ...(reviewedOn
      ? [
          ['year', reviewedOn.slice(0, 4)],
          ['note', `Last reviewed ${reviewedOn}`],
        ]
      : []),
    ['url', address],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{glossograph-${key.replace(/[^a-z\d-]+/gi, '-')},\n${lines.join(',\n')}\n}`;
}

/** Signs that mean something in TeX. */
const escaped = (text: string): string =>
  text.replace(/[\\{}$&#%_~^]/g, (sign) => {
    if (sign === '\\') return '\\textbackslash{}';
    return sign === '~' || sign === '^' ? `\\${sign}{}` : `\\${sign}`;
  });
