import { z } from 'zod';
import { ALIAS, AliasRecord } from './alias.ts';
import { ORGANIZATION, OrganizationRecord } from './organization.ts';
import { REGULATION, RegulationRecord } from './regulation.ts';
import { RULE, RuleRecord } from './rule.ts';
import { STANDARD, StandardRecord } from './standard.ts';
import { STATUTE, StatuteRecord } from './statute.ts';
import { TERM, TermRecord } from './term.ts';

/** Every kind of entity, in the order of pictures and counts (schema: `enum EntityKind`). */
export const KINDS = [TERM, ALIAS, REGULATION, STATUTE, STANDARD, ORGANIZATION, RULE] as const;

/** The record of an entity. Its kind distinguishes it from other records. */
export const EntityRecord = /* @__PURE__ */ z.discriminatedUnion('kind', [
  TermRecord,
  AliasRecord,
  RegulationRecord,
  StatuteRecord,
  StandardRecord,
  OrganizationRecord,
  RuleRecord,
]);
export type EntityRecord = z.infer<typeof EntityRecord>;
