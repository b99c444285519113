/** The letters of an index from A to Z. */

/** The letters of an index. "#" represents digits and symbols, which come before A. */
export const LETTERS: readonly string[] = ['#', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A link to the list of each letter. */
export const Letters = ({ hrefOf, open }: { hrefOf: (letter: string) => string; open?: string | null }) => (
  <nav aria-label="A to Z">
    <ul class="letters">
      {LETTERS.map((letter) => (
        <li>
          <a
            href={hrefOf(letter)}
            aria-label={letter === '#' ? 'Digits and signs' : undefined}
            aria-current={letter === open ? 'page' : undefined}
          >
            {letter}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
