/** Legal definitions as small trees: the text, where and when it applies, and the definitions to which it leads. */
import type { ComponentChildren } from 'preact';
import type { DatedPeriod } from '../prose/period.ts';
import { hasSpan, Span } from './days.tsx';
import { LinkTo } from './linking.tsx';
import { type LinkedProvision, ProvisionLink } from './links.tsx';
import { folded } from './parts.tsx';

/** This many references of a definition are in sight. */
const STEPS_SHOWN = 6;

/** A reference that leads from a definition, at once or by others, to another one. */
interface Step {
  role: 'DEFERS' | 'BORROWS' | 'EXCLUDES';
  /** The words that refer to the other definition. */
  quote: string;
  targetCitation: string;
  /** Null if the provision is not imported. */
  regulation: LinkedProvision | null;
  definition: { text: string } | null;
}

/** A definition of a term in a provision, as returned by the API. */
export interface LegalDefinition extends DatedPeriod {
  text: string;
  /** False if the words are Glossograph's own because the official text is not imported. */
  official: boolean;
  regulation: LinkedProvision;
  scope: { id: string; citation: string };
  chainEnd: 'TERMINAL' | 'UNRESOLVED' | 'CYCLE';
  chain: readonly Step[];
}

/** A definition with its provision, its scope, its dates, and the definitions to which it leads. */
export function DefinitionInLaw({ definition: found }: { definition: LegalDefinition }) {
  const { text, official, regulation, scope, chainEnd } = found;
  return (
    <>
      {official ? (
        <blockquote>
          <p>{text}</p>
        </blockquote>
      ) : (
        <OurWords>
          <p>{text}</p>
        </OurWords>
      )}
      <p class="says">
        <ProvisionLink provision={regulation} /> · applies to <LinkTo id={scope.id}>{scope.citation}</LinkTo>
        {hasSpan(found) && (
          <>
            {' · '}
            <Span period={found} />
          </>
        )}
      </p>
      {stepsList(treeOf(found))}
      {chainEnd === 'CYCLE' && <p class="says">These definitions refer back to each other.</p>}
    </>
  );
}

/** Glossograph's own words in a place where readers might expect the words of the law. */
export const OurWords = ({ children }: { children: ComponentChildren }) => (
  <div class="ours">
    {children}
    <p class="muted">Written by Glossograph; not official text.</p>
  </div>
);

/** A step with the steps that its definition leads to. */
interface StepTree extends Step {
  steps: StepTree[];
}

/**
 * The chain of a definition as a tree. A step belongs to the first definition whose text contains the words that refer
 * to the next definition, because the API lists the steps in the order in which they are followed. For each definition,
 * a step to the same provision is listed only once.
 */
export function treeOf({ chain }: Pick<LegalDefinition, 'text' | 'chain'>): StepTree[] {
  const roots: StepTree[] = [];
  const open: StepTree[] = [];
  for (const step of chain) {
    const tree: StepTree = { ...step, steps: [] };
    const from = open.find(({ definition }) => definition?.text.includes(step.quote));
    const beside = from?.steps ?? roots;
    if (beside.some((one) => one.role === step.role && one.targetCitation === step.targetCitation)) continue;
    beside.push(tree);
    if (step.role !== 'EXCLUDES') open.push(tree);
  }
  return roots;
}

/** What a definition does with the definition to which a step leads. */
const ROLES: Readonly<Record<Step['role'], string>> = {
  DEFERS: 'Has the meaning given in',
  BORROWS: 'Uses a term from',
  EXCLUDES: 'Excludes a term from',
};
const ORDER = Object.keys(ROLES);

function stepsList(steps: readonly StepTree[]): ComponentChildren {
  if (steps.length === 0) return null;
  const sorted = [...steps].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return <div class="chain">{folded(sorted.map(stepItem), STEPS_SHOWN)}</div>;
}

function stepItem({ role, targetCitation, regulation, definition, steps }: StepTree): ComponentChildren {
  const isLast = !steps.some((step) => step.role === 'DEFERS');
  return (
    <>
      <p class="says">
        {ROLES[role]} {regulation ? <ProvisionLink provision={regulation} /> : <>{targetCitation} (not imported)</>}
      </p>
      {role === 'DEFERS' && isLast && definition && (
        <blockquote>
          <p>{definition.text}</p>
        </blockquote>
      )}
      {stepsList(steps)}
    </>
  );
}
