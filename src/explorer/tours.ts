/** Tours: sequences of explorer addresses that tell a story, with a caption for each. */

/** A stop of a tour. */
export interface Stop {
  /** The query of the address, without the tour parameter. */
  readonly query: string;
  readonly caption: string;
}

/** A tour of the graph. */
export interface Tour {
  /** The name in addresses: lowercase letters and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly stops: readonly Stop[];
}

export const TOURS: readonly Tour[] = [
  {
    name: 'exceptions',
    title: 'How the law prohibits information blocking, and which exceptions it allows',
    stops: [
      {
        query: 'of=Term:information-blocking',
        caption:
          'Information blocking is a legal term. Two sections define it, and other terms of the rule depend on it.',
      },
      {
        query: 'of=Regulation:45-CFR-171.103&limit=20',
        caption: 'Section 171.103 defines information blocking. Each exception has its own section.',
      },
      {
        query: 'of=Regulation:45-CFR-171.301&see=Regulation:45-CFR-171.301',
        caption: 'The manner exception, with its paragraphs and the rules that changed it. The panel shows its text.',
      },
      {
        query: 'from=Term:information-blocking&to=Statute:phsa-3022',
        caption: 'Congress enacted the prohibition. These paths lead from the term to the statute behind it.',
      },
    ],
  },
  {
    name: 'standards',
    title: 'From a word in the law to the standard that implements it',
    stops: [
      {
        query: 'of=Term:uscdi',
        caption: 'USCDI names the data that certified health IT must be able to exchange.',
      },
      {
        query: 'of=Regulation:45-CFR-170.213(b)',
        caption: 'Section 170.213(b) adopts version 3. The preceding paragraph adopted version 1.',
      },
      {
        query: 'of=Standard:uscdi/v3',
        caption: 'A version of USCDI consists of data classes. The picture shows the most relevant ones.',
      },
      {
        query: 'from=Standard:uscdi/v3&to=Standard:fhir',
        caption: 'From the adopted version to FHIR: one path leads through US Core, the guide that builds on FHIR.',
      },
    ],
  },
];

/** The address of a stop. Stops are numbered from 1. */
export const stopAddress = ({ name, stops }: Tour, stop: number): string =>
  `/explore?${stops[stop - 1]?.query ?? ''}&tour=${name}.${stop}`;
