/** What the documents of the law select of a provision. */
import { document, type ResultOf } from '../../../schema/document.ts';
import type { Passage } from '../law-text.ts';
import type { Surroundings } from '../picture.ts';
import { ADOPTION, PROVISION } from '../pieces.ts';

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

/** The versions of a text. Not selected of a part: its versions are the texts of all its sections. */
export const PROVISION_VERSIONS = document(`
fragment ProvisionVersions on Regulation {
  versions { validFrom validFromBasis validTo validToBasis source { name url } }
}`);

/** What a provision and its parts define and adopt. Not selected of a title: that would be the whole law. */
export const PROVISION_DOES = document(
  `
fragment ProvisionDoes on Regulation {
  defines { term { id label: name } regulation { id citation } validFrom validFromBasis validTo validToBasis }
  adoptions { ...Adoption }
}`,
  ADOPTION,
);

const OUTLINE_ENTRY = document(
  `
fragment OutlineEntry on Regulation {
  ...Provision
  summary
  reserved
}`,
  PROVISION,
);

/** What a part contains, down to its sections. */
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

/** A provision with what it shows in any of its documents: the text of a section, the outline of a part. */
export interface ProvisionData {
  regulation: ProvisionFacts | null;
  text?: { passages: Passage[] } | null;
  neighborhood: Surroundings | null;
}

/** A provision that was found. */
export type ProvisionFacts = ResultOf<typeof PROVISION_FACTS> &
  Partial<ResultOf<typeof PROVISION_DOES> & ResultOf<typeof OUTLINE> & ResultOf<typeof PROVISION_VERSIONS>>;

/** A provision in an outline; its own children are left out two levels down. */
export type OutlineEntry = ResultOf<typeof OUTLINE_ENTRY> & { children?: OutlineEntry[] };

/** The version whose text a page shows. */
export const shownVersion = ({ versions = [] }: ProvisionFacts, asOf: string | null) =>
  versions.find(({ validFrom, validTo }) =>
    asOf === null ? validTo === null : (validFrom ?? '') <= asOf && asOf < (validTo ?? '9999'),
  );
