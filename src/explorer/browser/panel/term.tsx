/** The panel's content for a term: its meaning first, followed by folded sections. */
import { bySection, namesOn } from '../../../prose/page-text.ts';
import { DefinitionInLaw } from '../../../view/definition.tsx';
import { OutsideLink } from '../../../view/links.tsx';
import { Facts, inWords, list } from '../../../view/parts.tsx';
import { TermCards } from '../../../view/term-cards.tsx';
import type { TermReading } from '../api/reading.ts';
import { Fold, Part } from './pieces.tsx';
import type { MarkdownModule } from './subject.ts';

/** This many definitions in the law show at once. */
const FIRST = 2;

/** @param markdown renders the texts of the term */
export function TermParts({ term, markdown: { Markdown } }: { term: TermReading; markdown: MarkdownModule }) {
  const { shortDefinition, definitions, keyTakeaways, sections, definition } = term;
  const names = namesOn(term.mentioned.edges);
  const law = definitions.map((one) => <DefinitionInLaw definition={one} />);
  const whole = sections.length === 0 && definition !== null && <Markdown text={definition} names={names} />;
  return (
    <>
      {shortDefinition === null ? whole : <p class="lead">{shortDefinition}</p>}
      <Part name="law" heading="Definitions in the law">
        {list(law.slice(0, FIRST), 'definitions')}
      </Part>
      <Fold heading={`${law.length - FIRST} more definitions in the law`}>{list(law.slice(FIRST), 'definitions')}</Fold>
      <Part name="takeaways" heading="Key takeaways">
        {list(keyTakeaways.map((one) => <Markdown text={one} />))}
      </Part>
      <Facts
        rows={[
          [
            'Also known as',
            list(
              term.aliases.map(({ name, aliasKind }) => (
                <>
                  {name} <span class="muted">{inWords(aliasKind).toLowerCase()}</span>
                </>
              )),
            ),
          ],
          ['Category', term.category],
          ['Vocabulary', <OutsideLink address={term.vocabulary.url}>{term.vocabulary.name}</OutsideLink>],
        ]}
      />
      {bySection(sections, names).map((section) => (
        <Fold heading={section.heading}>
          <Markdown text={section.body} names={section.names} />
        </Fold>
      ))}
      <Fold heading="Definition">{shortDefinition !== null && whole}</Fold>
      <TermCards terms={names.map(({ meant }) => meant)} where="in this text" />
    </>
  );
}
