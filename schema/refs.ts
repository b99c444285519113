/** The entity types that refer to each other: named here, given their fields in the file of their domain. */
import type { AliasKind, RegulationLevel, StandardLevel } from '../src/model/kinds.ts';
import { builder } from './builder.ts';
import type { EntityNode } from './entity.ts';

/** What a (:Term) holds. */
interface TermNode extends EntityNode {
  slug: string;
  name: string;
  category: string | null;
  shortDefinition: string | null;
  definition: string | null;
  keyTakeaways: string[];
  sectionHeadings: string[];
  sectionBodies: string[];
}

/** What a (:Regulation) holds. */
interface RegulationNode extends EntityNode {
  citation: string;
  level: RegulationLevel;
  heading: string | null;
  text: string | null;
  reserved: boolean;
  italics: number[] | null;
  authority: string | null;
  published: string | null;
  amendments: string | null;
  notes: string[] | null;
}

/** What a (:Standard) holds. */
interface StandardNode extends EntityNode {
  key: string;
  name: string;
  level: StandardLevel;
  version: string | null;
  canonical: string | null;
  status: string | null;
  date: string | null;
  package: string | null;
  path: string | null;
  min: number | null;
  max: string | null;
  types: string[] | null;
  mustSupport: boolean | null;
  differs: boolean | null;
  unmapped: string[] | null;
}

/** What a (:Statute) holds. */
interface StatuteNode extends EntityNode {
  citation: string;
  name: string;
}

/** What a (:Alias) holds. */
interface AliasNode extends EntityNode {
  name: string;
  aliasKind: AliasKind;
}

export const Term = builder.objectRef<TermNode>('Term');
export const Regulation = builder.objectRef<RegulationNode>('Regulation');
export const Standard = builder.objectRef<StandardNode>('Standard');
export const Statute = builder.objectRef<StatuteNode>('Statute');
export const Alias = builder.objectRef<AliasNode>('Alias');
