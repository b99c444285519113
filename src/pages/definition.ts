/** What a provision says that a term means: its words, where and when they govern, and to what they defer. */
import { addressOf } from './address.ts';
import { span } from './days.ts';
import { type Html, html } from './html.ts';
import { type Provision, provision } from './pieces.ts';

/** What a document asks of a definition; it spreads `PROVISION`, too. */
export const DEFINITION = `
fragment InTheLaw on Definition {
  text
  regulation { ...Provision }
  scope { id citation }
  validFrom
  validTo
  chainEnd
  chain { targetCitation regulation { id citation } definition { text } }
}`;

/** What it answers. */
export interface Definition {
  text: string;
  regulation: Provision;
  scope: { id: string; citation: string };
  validFrom: string | null;
  validTo: string | null;
  chainEnd: string;
  chain: Step[];
}

interface Step {
  targetCitation: string;
  regulation: { id: string; citation: string } | null;
  definition: { text: string } | null;
}

/** @param isOurs the words are Glossograph's, as the official text is not there */
export function definition(found: Definition, isOurs: boolean): Html {
  const { text, regulation, scope, validFrom, validTo } = found;
  const words = isOurs
    ? html`<div class="ours"><p>${text}</p><p class="muted">In Glossograph’s words, not the law’s.</p></div>`
    : html`<blockquote><p>${text}</p></blockquote>`;
  return html`${words}<p class="says">${provision(regulation)} · governs in <a href="${addressOf(scope.id)}">${scope.citation}</a>${
    validFrom || validTo ? html` · ${span(validFrom, validTo)}` : null
  }</p>${deferring(found)}`;
}

/** How a chain ends that does not end at words. */
const ENDS: Readonly<Record<string, string>> = {
  UNRESOLVED: ', which is not known here',
  CYCLE: ', and so back again',
};

function deferring({ chain, chainEnd }: Definition): Html | null {
  if (chain.length === 0) return null;
  const last = chain.at(-1)?.definition;
  return html`<p class="says">Defers to ${chain.map(
    ({ targetCitation, regulation }, i) =>
      html`${i > 0 ? ', ' : null}${regulation ? html`<a href="${addressOf(regulation.id)}">${targetCitation}</a>` : targetCitation}`,
  )}${ENDS[chainEnd]}${last ? html`: “${last.text}”` : null}</p>`;
}
