/** The GraphQL selections for pages of provisions. */
import { document, type ResultOf } from '../../../schema/document.ts';
import { PASSAGE_FIELDS, type Passage } from '../../view/law/passage.ts';
import type { Surroundings } from '../neighborhood.tsx';

const PROVISION = document('fragment Provision on Regulation { id citation heading }');
/** A provision in a list. */
export type Provision = ResultOf<typeof PROVISION>;

/** Selects a provision's text, with the definitions that are in force at `$citation`. */
export const PASSAGE = document(PASSAGE_FIELDS);

const AMENDMENT = document(`
fragment Amends on Amendment {
  citation
  publishedOn
  effectiveOn
  appliesFrom
  basis
  regulation { id citation }
  rule { id name citation }
}`);
/** An amendment of a provision, with its rule. */
export type Amendment = ResultOf<typeof AMENDMENT>;

/** The fields that all documents select. */
export const PROVISION_FACTS = document(
  `
fragment ProvisionFacts on Regulation {
  ...Provision
  level
  summary
  url
  reserved
  authority
  published
  amendments
  notes
  effectiveDateNotes
  history { citation quote }
  ancestors { ...Provision }
  previous { ...Provision }
  next { ...Provision }
  exceptions { ...Provision }
  exceptionTo { ...Provision }
  citedBy { source { ...Provision } }
}`,
  PROVISION,
);

/**
 * Selects how certain the text is and which rules amended it. Not selected for a title because it would cover all texts
 * of the title.
 */
export const PROVISION_TIME = document(
  `
fragment ProvisionTime on Regulation {
  coverage {
    certainty
    inForce
    edition { name url }
    observedFrom
    observedTo
    missing
    outstanding { ...Amends }
    reason
  }
  amendedBy(first: 100) { totalCount edges { node { ...Amends } } }
}`,
  AMENDMENT,
);

/** The versions of a text. Not selected for a part because its versions contain the texts of all its sections. */
export const PROVISION_VERSIONS = document(`
fragment ProvisionVersions on Regulation {
  versions { validFrom validFromBasis validTo validToBasis observedFrom observedTo certainty source { name url } }
}`);

const ADOPTION = document(
  `
fragment Adopts on Adoption {
  regulation { ...Provision }
  standard { id name }
  text
  validFrom
  validFromBasis
  validTo
  validToBasis
  notices { text from to source { name url } }
}`,
  PROVISION,
);
/** A standard that the law adopts, with the provision and the dates. */
export type Adoption = ResultOf<typeof ADOPTION>;

/**
 * What a provision and its parts define and adopt. Not selected for a title because it would cover all provisions of
 * the title.
 */
export const PROVISION_DOES = document(
  `
fragment ProvisionDoes on Regulation {
  defines { term { id label: name } regulation { id citation } validFrom validFromBasis validTo validToBasis }
  adoptions { ...Adopts }
}`,
  ADOPTION,
);

const OUTLINE_ENTRY = document(
  `
fragment OutlineEntry on Regulation {
  ...Provision
  level
  summary
  reserved
}`,
  PROVISION,
);

/** The contents of a part, down to its sections. */
export const OUTLINE = document(
  `
fragment Outline on Regulation {
  children {
    ...OutlineEntry
    children { ...OutlineEntry }
  }
}`,
  OUTLINE_ENTRY,
);

const CONTENTS_ENTRY = document(
  `
fragment ContentsEntry on Regulation {
  ...Provision
  level
  reserved
}`,
  PROVISION,
);

/** The contents of the part that contains a provision. They include no texts, so the query is cheap. */
export const CONTENTS = document(
  `
fragment Contents on Regulation {
  ...Provision
  children {
    ...ContentsEntry
    children { ...ContentsEntry }
  }
}`,
  PROVISION,
  CONTENTS_ENTRY,
);
/** A provision in the contents of a part. The selection ends two levels down. */
export type ContentsEntry = ResultOf<typeof CONTENTS_ENTRY> & { children?: ContentsEntry[] };
/** A part with its subparts and sections. */
export type PartContents = Provision & { children: ContentsEntry[] };

/** The data of a provision in any of its documents: the text of a section or the outline of a part. */
export interface ProvisionData {
  regulation: ProvisionFacts | null;
  text?: { passages: readonly Passage[] } | null;
  part?: PartContents | null;
  neighborhood: Surroundings | null;
}

/** A provision that was found. */
export type ProvisionFacts = ResultOf<typeof PROVISION_FACTS> &
  Partial<
    ResultOf<typeof PROVISION_DOES> &
      ResultOf<typeof OUTLINE> &
      ResultOf<typeof PROVISION_VERSIONS> &
      ResultOf<typeof PROVISION_TIME>
  >;

/** A term that a provision or one of its parts defines. */
export type Definition = NonNullable<ProvisionFacts['defines']>[number];

/** A version of a provision's text. */
export type Version = NonNullable<ProvisionFacts['versions']>[number];

/** A provision in an outline. The selection ends two levels down. */
export type OutlineEntry = ResultOf<typeof OUTLINE_ENTRY> & { children?: OutlineEntry[] };

/** The version whose text the page shows. */
export const shownVersion = ({ versions = [] }: ProvisionFacts, asOf: string | null): Version | undefined =>
  versions.find(({ validFrom, validTo }) =>
    asOf === null ? validTo === null : (validFrom ?? '') <= asOf && asOf < (validTo ?? '9999'),
  );
