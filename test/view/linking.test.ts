/** Components link to pages where nothing else is said, and as the explorer says within it. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { linkingFrom } from '../../src/explorer/browser/panel/linking.ts';
import { parseView } from '../../src/explorer/browser/view/url.ts';
import { DefinitionInLaw, type LegalDefinition } from '../../src/view/definition.tsx';
import { LinkingContext } from '../../src/view/linking.tsx';
import { EntityLink, ProvisionLink } from '../../src/view/links.tsx';

const EHR = { id: 'Term:ehr', label: 'EHR' };
const SECTION = { id: 'Regulation:45-CFR-171.102', citation: '45 CFR 171.102', heading: null };

test('a page links to pages, of a provision as of the day', () => {
  expect(renderToString(h(EntityLink, EHR))).toBe('<a href="/term/ehr">EHR</a>');
  expect(renderToString(h(ProvisionLink, { provision: SECTION, asOf: '2024-01-09' }))).toBe(
    '<a href="/regulation/45-CFR-171.102?asOf=2024-01-09">§ 171.102</a>',
  );
});

test('the explorer links to its own view with the entity in the panel', () => {
  const view = parseView('?of=Term%3Ahie&day=2024-01-09');
  const within = h(LinkingContext.Provider, { value: linkingFrom(view) }, h(EntityLink, EHR));
  expect(renderToString(within)).toBe(
    '<a href="/explore?of=Term%3Ahie&amp;day=2024-01-09&amp;see=Term%3Aehr" data-entity="Term:ehr">EHR</a>',
  );
});

const DEFINITION: LegalDefinition = {
  ...{ text: 'The same as elsewhere.', official: false, regulation: SECTION, scope: SECTION, chainEnd: 'UNRESOLVED' },
  chain: [
    {
      role: 'DEFERS',
      quote: 'as defined in 160.103',
      targetCitation: '45 CFR 160.103',
      regulation: null,
      definition: null,
    },
  ],
  ...{ validFrom: '2024-01-09', validFromBasis: 'FIRST_SEEN', validTo: null, validToBasis: null },
};

test('a definition tells whose words it has, what it rests on, and what is not known of it', () => {
  const words = (definition: LegalDefinition) =>
    renderToString(h(DefinitionInLaw, { definition })).replace(/<[^>]*>/g, '');
  expect(words(DEFINITION)).toContain('Written by Glossograph; not official text.');
  expect(words(DEFINITION)).toContain('first seen on January 9, 2024');
  expect(words(DEFINITION)).toContain('Has the meaning given in 45 CFR 160.103 (not imported)');
  expect(words({ ...DEFINITION, official: true })).not.toContain('Written by Glossograph');
});
