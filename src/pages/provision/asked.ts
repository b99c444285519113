/** What the documents of the law ask of a provision, and what they answer. */
import type { Passage } from '../law-text.ts';
import type { Surrounded } from '../picture.ts';
import type { Adoption, Named, Provision } from '../pieces.ts';

export const PROVISION_FACTS = `
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
  ancestors { ...Provision }
  previous { ...Provision }
  next { ...Provision }
  exceptions { ...Provision }
  exceptionTo { ...Provision }
  citedBy { source { ...Provision } }
  versions { validFrom validTo source { name url } }
}`;

/** What it and all that it contains do. Not asked of a whole title: that would be the whole law. */
export const PROVISION_DOES = `
fragment ProvisionDoes on Regulation {
  defines { term { id label: name } regulation { id citation } validFrom validTo }
  adoptions { ...Adoption }
}`;

/** What a part contains, down to its sections. */
export const OUTLINE = `
fragment Outline on Regulation {
  children {
    ...Provision
    summary
    reserved
    children { ...Provision summary reserved }
  }
}`;

export interface Outlined extends Provision {
  summary: string | null;
  reserved: boolean;
  children?: Outlined[];
}

export interface Facts extends Provision {
  level: string;
  summary: string | null;
  url: string | null;
  reserved: boolean;
  authority: string | null;
  published: string | null;
  amendments: string | null;
  notes: string[];
  ancestors: Provision[];
  previous: Provision | null;
  next: Provision | null;
  exceptions: Provision[];
  exceptionTo: Provision[];
  defines?: {
    term: Named;
    regulation: { id: string; citation: string };
    validFrom: string | null;
    validTo: string | null;
  }[];
  adoptions?: Adoption[];
  citedBy: { source: Provision }[];
  versions: { validFrom: string | null; validTo: string | null; source: { name: string; url: string | null } }[];
  /** Where it is asked for as an outline. */
  children?: Outlined[];
}

/** What the documents of the law answer. */
export interface Answer extends Surrounded {
  regulation: Facts | null;
  text?: { passages: Passage[] } | null;
}

/** The version whose text a page shows. */
export const shownVersion = ({ versions }: Facts, asOf: string | null) =>
  versions.find(({ validFrom, validTo }) =>
    asOf === null ? validTo === null : (validFrom ?? '') <= asOf && asOf < (validTo ?? '9999'),
  );
