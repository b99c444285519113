/** The index of Federal Register documents, newest first. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { RULE_STAGES } from '../../model/kinds/rule.ts';
import { addressOf } from '../../view/address.ts';
import { Day } from '../../view/days.tsx';
import { Choices, countOf, Entries, Pager } from '../../view/entries.tsx';
import { inWords } from '../../view/parts.tsx';
import { ProvisionsInLine } from '../../view/provisions-in-line.tsx';
import type { SitePage } from '../page.ts';
import { choiceIn, PAGE } from './lists.ts';

const RULES = document(`
query Rules($stage: RuleStage, $last: Int!, $before: String) {
  rules(stage: $stage, last: $last, before: $before) {
    totalCount
    pageInfo { hasPreviousPage startCursor }
    edges {
      node {
        id name citation documentNumber stage publishedOn effectiveOn
        amendments(first: 100) { pageInfo { hasNextPage } edges { node { regulation { id citation } } } }
      }
    }
  }
}`);

type Rule = NonNullable<ResultOf<typeof RULES>['rules']>['edges'][number]['node'];

/** /rules */
export const rules: SitePage = {
  path: '/rules',
  canonicalParameters: ['stage', 'before'],
  async answer({ given, ask }) {
    const stage = choiceIn(given, 'stage', RULE_STAGES);
    const before = given.get('before') || null;
    const asked = await ask(RULES, { stage, last: PAGE, before });
    const { totalCount = 0, edges = [], pageInfo } = asked.data.rules ?? {};
    const older = pageInfo?.hasPreviousPage && pageInfo.startCursor;
    const at = (more: Readonly<Record<string, string>>) => {
      const kept = new URLSearchParams({ ...(stage && { stage: stage.toLowerCase() }), ...more });
      return kept.size === 0 ? '/rules' : `/rules?${kept}`;
    };
    const next = older ? { href: at({ before: older }), words: 'Older documents' } : undefined;
    const previous = before === null ? undefined : { href: at({}), words: 'Newest documents' };
    const years = byYear(edges.map(({ node }) => node).reverse());
    return {
      title: stage === null ? 'Rules' : `Rules: ${inWords(stage).toLowerCase()}`,
      description: `${countOf(totalCount, 'Federal Register document')} on health IT, newest first, with the effective date of each document and the provisions that it amends.`,
      looks: 'wide',
      area: 'law',
      asked,
      next: next?.href,
      main: (
        <>
          <Choices
            name="Stages"
            choices={[
              { href: '/rules', words: 'All', isOpen: stage === null },
              ...RULE_STAGES.map((one) => ({
                ...{ href: `/rules?stage=${one.toLowerCase()}`, words: inWords(one), isOpen: one === stage },
              })),
            ]}
          />
          <p class="count">{countOf(totalCount, 'Federal Register document')}, newest first</p>
          {years.map(([year, those]) => (
            <section aria-labelledby={`year-${year.slice(0, 4)}`}>
              <h2 id={`year-${year.slice(0, 4)}`}>{year}</h2>
              <Entries
                entries={those.map((rule) => ({
                  name: <a href={addressOf(rule.id)}>{rule.name}</a>,
                  note: [inWords(rule.stage), rule.citation ?? rule.documentNumber].filter(Boolean).join(', '),
                  about: <About rule={rule} />,
                }))}
              />
            </section>
          ))}
          <Pager previous={previous} next={next} />
        </>
      ),
    };
  },
};

/** Documents by the year of publication, in their order. */
function byYear(all: readonly Rule[]): [year: string, those: Rule[]][] {
  const years = new Map<string, Rule[]>();
  for (const rule of all) {
    const year = rule.publishedOn?.slice(0, 4) ?? 'Publication date not known';
    years.set(year, [...(years.get(year) ?? []), rule]);
  }
  return [...years];
}

/** How many amended provisions a line names. */
const NAMED = 4;

function About({ rule: { publishedOn, effectiveOn, stage, amendments } }: { rule: Rule }) {
  const amended = [...new Map(amendments.edges.map(({ node }) => [node.regulation.id, node.regulation])).values()];
  return (
    <>
      <span class="dates">
        {publishedOn && (
          <>
            Published <Day date={publishedOn} />
          </>
        )}
        {effectiveOn && (
          <>
            {publishedOn ? ', effective ' : 'Effective '}
            <Day date={effectiveOn} />
          </>
        )}
      </span>
      {amended.length > 0 && (
        <span class="note">
          {stage === 'PROPOSED' ? 'Proposes to amend ' : 'Amends '}
          <ProvisionsInLine provisions={amended} named={NAMED} />
          {amendments.pageInfo.hasNextPage && ', and others'}
        </span>
      )}
    </>
  );
}
