/**
 * The panel's content for a provision: Glossograph's summary, the official text, and the provision's effects in the
 * law.
 */

import { shortCitation } from '../../../view/address.ts';
import { hasSpan, Span } from '../../../view/days.tsx';
import { DefinitionInLaw, OurWords } from '../../../view/definition.tsx';
import { briefHeading } from '../../../view/heading.ts';
import { LinkTo } from '../../../view/linking.tsx';
import { EntityLink, type LinkedProvision, ProvisionLink } from '../../../view/links.tsx';
import { Facts, folded, list } from '../../../view/parts.tsx';
import type { Contents, Law, RegulationReading } from '../api/reading.ts';
import { OfficialText } from './law.tsx';
import { Fold, Part } from './pieces.tsx';

/** This many entries of a list show at once. */
const FIRST = 12;
const FIRST_TERMS = 6;

/**
 * @param law the text and contents on the date; null if they are not known
 * @param asOf the date; null for today
 */
export function ProvisionParts({
  provision: { summary, reserved, authority, published },
  law,
  asOf,
}: {
  provision: RegulationReading;
  law: Law | Contents | null;
  asOf: string | null;
}) {
  const defines = law?.defines ?? [];
  return (
    <>
      {summary !== null && (
        <OurWords>
          <p>{summary}</p>
        </OurWords>
      )}
      {law && 'passages' in law && <OfficialText law={law} asOf={asOf} isReserved={reserved} />}
      {law && 'children' in law && (
        <Part name="contents" heading="Contents">
          {folded(
            law.children.map(({ id, citation, heading }) => (
              <>
                <LinkTo id={id}>{shortCitation(citation)}</LinkTo> {heading}
              </>
            )),
            FIRST,
          )}
        </Part>
      )}
      <Part name="defines" heading="Defines">
        {folded(
          defines.map(({ term }) => <EntityLink {...term} />),
          FIRST_TERMS,
        )}
      </Part>
      <Part name="exceptions" heading="Exceptions">
        {list((law?.exceptions ?? []).map(brief))}
      </Part>
      <Part name="exception-to" heading="Exception to">
        {list((law?.exceptionTo ?? []).map(brief))}
      </Part>
      <Fold heading="The definitions, word for word">
        {list(
          defines.map((one) => (
            <>
              <h4>
                <EntityLink {...one.term} />
              </h4>
              <DefinitionInLaw definition={one} />
            </>
          )),
          'definitions',
        )}
      </Fold>
      {law && 'passages' in law && (
        <Fold heading="Versions">
          {list(
            law.versions.map((version) => (
              <>
                {version.heading} {hasSpan(version) ? <Span period={version} /> : 'of unknown date'}
              </>
            )),
          )}
        </Fold>
      )}
      <Facts
        rows={[
          ['Authority', authority],
          ['Published', published],
        ]}
      />
    </>
  );
}

/** A provision in a list, by the name in its heading. */
const brief = (one: LinkedProvision) => <ProvisionLink provision={{ ...one, heading: briefHeading(one.heading) }} />;
