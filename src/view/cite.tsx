/** The citations of a page in several styles, each with a copy button. */
import { withMarks } from '../prose/hidden.ts';
import { dayInWords } from './days.tsx';

/** A page to cite. */
export interface CitedPage {
  title: string;
  /** The author of the words: "Glossograph", or the name of another vocabulary. */
  from: string;
  /** The canonical address, or the identifier of the entity if the server does not know its own address. */
  address: string;
  /** The date of the last review, if it is known. */
  reviewedOn: string | null;
  /** The BibTeX key, such as "ehr". */
  key: string;
}

/** The name of this site. */
const SITE = 'Glossograph';

/** A citation in a style. */
export interface CitationForm {
  style: string;
  text: string;
  /** The target of the link, if the text is an address. */
  href?: string;
  /** Whether line breaks and spaces must be preserved. */
  isCode?: boolean;
}

/**
 * Folded citations in several styles. Each has a button that appears once a script can copy. The copied text is the
 * same as on the page, including marks for invisible characters.
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

/** The citations of a Glossograph page. */
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

/** A plain citation, such as “EHR.” Glossograph, last reviewed November 29, 2026. https://… */
export const plain = ({ title, from, address, reviewedOn }: CitedPage): string =>
  `“${title}.” ${place(from)}${reviewedOn ? `, last reviewed ${dayInWords(reviewedOn)}` : ''}. ${address}`;

/**
 * An APA citation, such as EHR. (2026, November 29). In Glossograph. https://… It follows the style for an entry in a
 * work without a named author.
 */
export function apa({ title, from, address, reviewedOn }: CitedPage): string {
  const [, monthAndDay, year] = /^(.*), (\d+)$/.exec(reviewedOn ? dayInWords(reviewedOn) : '') ?? [];
  return `${title}. (${year ? `${year}, ${monthAndDay}` : 'n.d.'}). In ${place(from)}. ${address}`;
}

/** A BibTeX entry of the type `misc`. */
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
