/** The index of vocabularies. */
import { document } from '../../../schema/document.ts';
import { countOf, Entries } from '../../view/entries.tsx';
import { OutsideLink } from '../../view/links.tsx';
import type { SitePage } from '../page.ts';
import { OWN_VOCABULARIES, termsAddress } from './terms-asked.ts';

const VOCABULARIES = document(
  'query Vocabularies { vocabularies { key name termCount description license version url } }',
);

/** /vocabularies */
export const vocabularies: SitePage = {
  path: '/vocabularies',
  async answer({ ask }) {
    const asked = await ask(VOCABULARIES, {});
    const found = asked.data.vocabularies ?? [];
    return {
      title: 'Vocabularies',
      description: `The ${countOf(found.length, 'vocabulary', 'vocabularies')} in Glossograph, with their licenses.`,
      looks: 'wide',
      area: 'terms',
      asked,
      main: (
        <>
          <p class="count">{countOf(found.length, 'vocabulary', 'vocabularies')}</p>
          <Entries
            entries={found.map(({ key, name, termCount, description, license, version, url }) => ({
              name: <a href={OWN_VOCABULARIES.includes(key) ? '/terms' : termsAddress({ vocabulary: key })}>{name}</a>,
              note: [countOf(termCount, 'term'), version && `version ${version}`].filter(Boolean).join(', '),
              about: (
                <>
                  {description}
                  {license && (
                    <span class="note">
                      License: <OutsideLink address={license}>{license}</OutsideLink>
                    </span>
                  )}
                  {url && (
                    <span class="note">
                      <OutsideLink address={url}>{url}</OutsideLink>
                    </span>
                  )}
                </>
              ),
            }))}
          />
        </>
      ),
    };
  },
};
