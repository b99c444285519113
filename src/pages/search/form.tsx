/** The page's search box, with folded options below it. */
import { DayField, WordsField } from '../../view/asking.tsx';
import { areUsual, type SearchAsked } from './asked.ts';

/** A form for a new search. It keeps the vocabularies, but a new query starts with all kinds. */
export const SearchForm = ({ asked: { q, vocabularies, within, asOf } }: { asked: SearchAsked }) => (
  <search>
    <form class="search-form" action="/search" method="get">
      <div class="front-search">
        <input
          type="search"
          name="q"
          value={q}
          aria-label="Search"
          placeholder="Search terms, law, standards"
          maxlength={200}
          autofocus={q === ''}
        />
        <button type="submit">Search</button>
      </div>
      {!areUsual(vocabularies) && <input type="hidden" name="vocabularies" value={vocabularies.join(',')} />}
      <details open={within !== null || asOf !== null}>
        <summary>More options</summary>
        <div class="asking">
          <WordsField
            name="within"
            label="Only within this part or section"
            value={within}
            placeholder="45 CFR Part 171"
          />
          <DayField name="asOf" label="As of this date" value={asOf} />
        </div>
      </details>
    </form>
  </search>
);
