/** The pages of Federal Register documents: what they are, and what they changed in the law. */
import { document } from '../../../schema/document.ts';
import { undatedId } from '../../model/dated-id.ts';
import { groupBy } from '../../model/group.ts';
import { KIND } from '../../model/kinds.ts';
import { Day } from '../../view/days.tsx';
import { EntityLink, OutsideLink, ProvisionLink, webAddress } from '../../view/links.tsx';
import { capital, Facts, inWords, list, Section } from '../../view/parts.tsx';
import { plainJsonLd } from '../json-ld.ts';
import type { PageKind } from '../page.ts';
import { described } from '../preview.ts';
import { AMENDED, AmendedParts } from '../rule/amended.tsx';

const RULE_PAGE = document(
  `
query RulePage($id: ID!) {
  node(id: $id) {
    ... on Rule {
      id
      label
      summary
      url
      citation
      documentNumber
      lastPage
      stage
      publishedOn
      effectiveOn
      corrects { id label }
      correctedBy { id label }
      finalizes { id label }
      finalizedBy { id label }
      amendments(first: 100) { totalCount edges { node { ...Amended } } }
      proposes: relations(first: 100, types: [PROPOSES]) {
        edges { node { ... on Regulation { id citation heading } } }
      }
      others: relations(first: 100, kinds: [TERM, STANDARD, STATUTE, ORGANIZATION, ALIAS]) {
        edges { label node { id label summary } }
      }
    }
  }
}`,
  AMENDED,
);

/** /rule/89-FR-1192 */
export const rule: PageKind = {
  kind: 'RULE',
  async answer({ name, ask }) {
    const asked = await ask(RULE_PAGE, { id: `Rule:${name}` });
    const found = asked.data.node;
    if (found === null || !('stage' in found)) return null;
    const { id, label, summary, url, citation, documentNumber, lastPage, stage, publishedOn, effectiveOn } = found;
    const { edges, totalCount } = found.amendments;
    const others = [...groupBy(found.others.edges, (edge) => edge.label)];
    const proposed = found.proposes.edges.flatMap(({ node }) => ('citation' in node ? [node] : []));
    const facts = { citation, documentNumber, lastPage, stage, publishedOn, effectiveOn };
    return {
      ...{ id, title: label, asked, description: summary ?? described(inWords(stage), label, citation), area: 'law' },
      what: inWords(stage),
      jsonLd: plainJsonLd(KIND.RULE, { id, label, summary, url, aliases: [], facts }),
      main: (
        <>
          {summary && <p class="lead">{summary}</p>}
          <AmendedParts amendments={edges.map(({ node }) => node)} totalCount={totalCount} />
          <Section id="proposes" heading="Proposes to amend">
            {list(proposed.map((one) => <ProvisionLink provision={one} />))}
          </Section>
          {others.map(([words, members], i) => (
            <Section id={`relation-${i}`} heading={capital(words)}>
              {list(
                members.map(({ node }) => (
                  <>
                    <EntityLink {...node} />
                    {node.summary && <span class="muted"> {node.summary}</span>}
                  </>
                )),
              )}
            </Section>
          ))}
          <p class="note">
            <a href={`/explore?of=${encodeURIComponent(undatedId(id))}`}>Explore this neighborhood</a>
          </p>
        </>
      ),
      aside: (
        <Facts
          rows={[
            ['Citation', citation],
            ['Last page', lastPage],
            ['Document number', documentNumber],
            ['Stage', inWords(stage)],
            ['Published', publishedOn && <Day date={publishedOn} />],
            ['Effective', effectiveOn && <Day date={effectiveOn} />],
            ['Finalizes', list(found.finalizes.map(EntityLink))],
            ['Finalized by', list(found.finalizedBy.map(EntityLink))],
            ['Corrects', list(found.corrects.map(EntityLink))],
            ['Corrected by', list(found.correctedBy.map(EntityLink))],
            [
              'Official page',
              webAddress(url) && <OutsideLink address={url}>Read it in the Federal Register</OutsideLink>,
            ],
          ]}
        />
      ),
    };
  },
};
