/** The panel of an entity: its heading, its actions, the most important information, and its relations. */
import { KIND } from '../../../model/kinds.ts';
import { addressOf, sectionCitation } from '../../../view/address.ts';
import { EntityLink, OutsideLink } from '../../../view/links.tsx';
import { Facts, inWords, list } from '../../../view/parts.tsx';
import { KindName } from '../../../view/shape.tsx';
import type { Reading } from '../api/reading.ts';
import type { Explorer, State } from '../explorer.ts';
import { Actions } from './actions.tsx';
import { Part, Title } from './pieces.tsx';
import { ProvisionParts } from './provision.tsx';
import { Relations } from './relations.tsx';
import { StandardParts } from './standard.tsx';
import type { EntitySubject } from './subject.ts';
import { TermParts } from './term.tsx';

/** All information about an entity in the panel. */
export function EntityPanel({
  explorer,
  state,
  subject,
}: {
  explorer: Explorer;
  state: State;
  subject: EntitySubject;
}) {
  const { reading, asOf } = subject;
  return (
    <>
      <p class="what">
        <KindName kind={reading.kind} words={kindInWords(reading)} />
      </p>
      <Title>
        <Name subject={subject} />
      </Title>
      <p class="doors">
        {/* The address of an alias only leads on to what it stands for. */}
        {reading.kind !== 'ALIAS' && (
          <a class="door" href={addressOf(reading.id, asOf)}>
            Open its page
          </a>
        )}
        {reading.url !== null && <OutsideLink address={reading.url}>Official page</OutsideLink>}
      </p>
      <Actions explorer={explorer} state={state} id={reading.id} />
      <Parts subject={subject} />
      <Relations key={asOf ?? ''} reading={reading} asOf={asOf} />
    </>
  );
}

/** The level of a provision or standard says more than its kind. */
function kindInWords(reading: Reading): string {
  if ('panel' in reading && reading.panel === 'Regulation') return inWords(reading.regulationLevel);
  if ('panel' in reading && reading.panel === 'Standard')
    return `Standard: ${reading.standardLevel.toLowerCase().replaceAll('_', ' ')}`;
  return KIND[reading.kind].words.one;
}

/** The name of an entity; the name of a provision is its citation and its heading on the day. */
function Name({ subject: { reading, law } }: { subject: EntitySubject }) {
  if (!('panel' in reading) || reading.panel !== 'Regulation') return <>{reading.label}</>;
  return (
    <>
      <span class="citation">{sectionCitation(reading.citation)}</span> {law?.heading ?? reading.heading}
    </>
  );
}

/** The parts that differ by kind. */
function Parts({ subject: { reading, law, asOf, markdown } }: { subject: EntitySubject }) {
  if (!('panel' in reading)) return <PlainParts reading={reading} />;
  switch (reading.panel) {
    case 'Term':
      return <TermParts term={reading} markdown={markdown} />;
    case 'Regulation':
      return <ProvisionParts provision={reading} law={law} asOf={asOf} />;
    case 'Standard':
      return <StandardParts standard={reading} asOf={asOf} />;
    case 'Alias':
      return (
        <>
          <Facts rows={[['Kind of name', inWords(reading.aliasKind)]]} />
          <Part name="denotes" heading="Stands for">
            {list(reading.denotes.map((one) => <EntityLink {...one} />))}
          </Part>
        </>
      );
  }
}

/** A kind without a panel of its own design: its sentence, and the facts of its descriptor. */
function PlainParts({ reading }: { reading: Exclude<Reading, { panel: string }> }) {
  const values: Readonly<Record<string, unknown>> = { ...reading };
  const rows = Object.entries(KIND[reading.kind].plain?.facts ?? {}).map(([field, name]) => {
    const value = values[field] ?? null;
    const text = value === null ? null : String(value);
    return [name, text !== null && /^[A-Z_]+$/.test(text) ? inWords(text) : text] as const;
  });
  return (
    <>
      {reading.summary !== null && <p class="lead">{reading.summary}</p>}
      <Facts rows={rows} />
    </>
  );
}
