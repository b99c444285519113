/** Legal definitions: their text, where and when they govern, and which definitions they defer to. */
import { document, type ResultOf } from '../../schema/document.ts';
import { addressOf } from './address.ts';
import { span } from './days.ts';
import { type Html, html } from './html.ts';
import { PROVISION, provision } from './pieces.ts';

/** Selects what a page shows of a definition. */
export const DEFINITION = document(
  `
fragment InTheLaw on Definition {
  text
  regulation { ...Provision }
  scope { id citation }
  validFrom
  validFromBasis
  validTo
  validToBasis
  chainEnd
  chain { role targetCitation regulation { id citation } definition { text } }
}`,
  PROVISION,
);
/** A definition of a term by a provision. */
export type LegalDefinition = ResultOf<typeof DEFINITION>;

/** @param isOurs whether the words are Glossograph's, because the official text is not imported */
export function definition(found: LegalDefinition, isOurs: boolean): Html {
  const { text, regulation, scope } = found;
  const days = span(found);
  const words = isOurs
    ? html`<div class="ours"><p>${text}</p><p class="muted">Written by Glossograph; not official text.</p></div>`
    : html`<blockquote><p>${text}</p></blockquote>`;
  return html`${words}<p class="says">${provision(regulation)} · applies to <a href="${addressOf(scope.id)}">${scope.citation}</a>${
    days && html` · ${days}`
  }</p>${deferring(found)}`;
}

/** How a chain ends that does not end at a definition's text. */
const ENDS: Readonly<Partial<Record<LegalDefinition['chainEnd'], string>>> = {
  UNRESOLVED: ', which is not imported',
  CYCLE: ', which refers back to this definition',
};

/** What a definition does with the definitions in its chain, in the order of the page. */
const ROLES = [
  ['DEFERS', 'Refers to'],
  ['BORROWS', 'Uses terms from'],
  ['EXCLUDES', 'Excludes terms from'],
] as const;

function deferring({ chain, chainEnd }: LegalDefinition): Html | null {
  if (chain.length === 0) return null;
  const parts = ROLES.flatMap(([role, words]) => {
    const places = new Map(chain.filter((step) => step.role === role).map((step) => [step.targetCitation, step]));
    return places.size === 0
      ? []
      : [html`${words} ${[...places.values()].map((step, i) => html`${i > 0 ? ', ' : null}${placeOf(step)}`)}`];
  });
  const last = chain.findLast(({ role }) => role === 'DEFERS')?.definition;
  return html`<p class="says">${parts.map((part, i) => html`${i > 0 ? '. ' : null}${part}`)}${ENDS[chainEnd]}${
    last ? html`: “${last.text}”` : null
  }</p>`;
}

const placeOf = ({ targetCitation, regulation }: LegalDefinition['chain'][number]): Html | string =>
  regulation ? html`<a href="${addressOf(regulation.id)}">${targetCitation}</a>` : targetCitation;
