/** The legal definitions of a term. The first ones are visible, and the rest are folded. */
import { DefinitionInLaw, type LegalDefinition } from '../../view/definition.tsx';
import { list } from '../../view/parts.tsx';

/** This many definitions are in sight; a common word can have dozens. */
const SHOWN = 6;

/** The legal definitions of a term. Null if there are none. */
export function definitionsIn(definitions: readonly LegalDefinition[]) {
  const items = definitions.map((one) => <DefinitionInLaw definition={one} />);
  const rest = list(items.slice(SHOWN), 'definitions');
  return items.length === 0 ? null : (
    <>
      {list(items.slice(0, SHOWN), 'definitions')}
      {rest && (
        <details>
          <summary>{items.length - SHOWN} more definitions</summary>
          {rest}
        </details>
      )}
    </>
  );
}
