/** The history of a provision's text, as stated in the notes of the eCFR. */
import { HISTORY_KINDS, type HistoryKind as Kind } from '../src/model/kinds/regulation.ts';
import { builder } from './builder.ts';
import { described } from './enums.ts';
import { type NodeOf, Regulation } from './refs.ts';

const HistoryKind = builder.enumType('HistoryKind', {
  description: 'How a Federal Register document affected the text of a provision, according to the eCFR.',
  values: described<Kind>(HISTORY_KINDS, {
    PUBLISHED: 'The Federal Register document contains the text as first published, or a full revision of the text.',
    AMENDED: 'The Federal Register document amended the text.',
    REDESIGNATED:
      'The Federal Register document redesignated the provision, which previously had a different citation.',
    CORRECTED: 'The Federal Register document corrected the text.',
    STAYED: 'The Federal Register document stayed or suspended the provision, or delayed its effective date.',
    PENDING:
      'The Federal Register document amends the text, but the amendment was not yet in effect on the date of the latest imported edition.',
  }),
});

/** An entry of the history, put together from parallel lists. */
interface HistoryNode {
  kind: Kind;
  citation: string;
  lastPage: number | null;
  publishedOn: string;
  effectiveOn: string | null;
  quote: string;
}

const HistoryEntry = builder.objectRef<HistoryNode>('HistoryEntry').implement({
  description: "A Federal Register page that the eCFR cites as a source of a provision's text.",
  fields: (t) => ({
    kind: t.expose('kind', {
      type: HistoryKind,
      description: "How the Federal Register document on the cited page affected the provision's text.",
    }),
    citation: t.exposeString('citation', {
      description: 'The Federal Register volume and page, such as 89 FR 1436.',
    }),
    lastPage: t.exposeInt('lastPage', {
      nullable: true,
      description: 'The last page in the range, if the eCFR cites a range of pages.',
    }),
    publishedOn: t.expose('publishedOn', { type: 'Date', description: 'The date on which the page was published.' }),
    effectiveOn: t.expose('effectiveOn', {
      type: 'Date',
      nullable: true,
      description: 'The effective date of the change, if the eCFR states that date.',
    }),
    quote: t.exposeString('quote', {
      description: 'The page and date as printed in the eCFR, such as "89 FR 1436, Jan. 9, 2024".',
    }),
  }),
});

builder.objectFields(Regulation, (t) => ({
  effectiveDateNotes: t.derived({
    type: ['String'],
    description: 'The eCFR notes on amendments that were not yet in effect on the date of the latest imported edition.',
    needs: ['effectiveDateNotes'],
    resolve: ({ effectiveDateNotes }) => effectiveDateNotes ?? [],
  }),
  history: t.derived({
    type: [HistoryEntry],
    description:
      "The Federal Register pages that the eCFR cites as sources of this provision's text, in order of publication. The list also includes pages that are cited only in earlier imported editions, because the eCFR stops citing older pages when a section is revised in full. If a section has no source note, see the history of its part or subpart.",
    needs: [
      'historyKinds',
      'historyCitations',
      'historyLastPages',
      'historyPublished',
      'historyEffective',
      'historyQuotes',
    ],
    resolve: historyOf,
  }),
}));

function historyOf(node: Pick<NodeOf<'REGULATION'>, `history${string}` & keyof NodeOf<'REGULATION'>>): HistoryNode[] {
  return (node.historyKinds ?? []).map((kind, i) => ({
    kind,
    citation: node.historyCitations?.[i] ?? '',
    lastPage: node.historyLastPages?.[i] || null,
    publishedOn: node.historyPublished?.[i] ?? '',
    effectiveOn: node.historyEffective?.[i] || null,
    quote: node.historyQuotes?.[i] ?? '',
  }));
}
