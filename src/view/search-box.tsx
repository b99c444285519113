/** The search box of the whole site: small in the header, large on the home page and on pages for unknown addresses. */

/** How a search form looks, and what it says. */
interface SearchFormProps {
  looks?: string;
  /** The name of the field, for screen readers. */
  label: string;
  placeholder: string;
  /** Words that are already in the search box. */
  words?: string | undefined;
}

const SearchForm = ({ looks, label, placeholder, words }: SearchFormProps) => (
  <search>
    <form class={looks} action="/search" method="get">
      <input type="search" name="q" value={words} aria-label={label} placeholder={placeholder} maxlength={200} />
      <button type="submit">Search</button>
    </form>
  </search>
);

/** The search box in the header. */
export const SmallSearch = ({ words }: { words?: string | undefined }) => (
  <SearchForm label="Search" placeholder="Search terms, law, standards" words={words} />
);

/** The search box on a page that begins with it. */
export const LargeSearch = ({ words }: { words?: string | undefined }) => (
  <SearchForm
    looks="front-search"
    label="Search terms, law, and standards"
    placeholder="A term, a citation, or a question"
    words={words}
  />
);
