import { statute } from '../cypher/statute/index.ts';
import { statuteCitation } from '../src/arguments/checks.ts';
import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { pageOf } from './page.ts';
import { Statute } from './refs.ts';

const StatuteConnection = pageOf(Statute, 'Statute');

Statute.implement({
  description: 'An act of Congress or a section of an act.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', {
      description: 'The citation of the statute, such as 42 U.S.C. 300jj-52 or Pub. L. 114-255.',
    }),
    name: t.exposeString('name', { description: 'The common name of the statute.' }),
  }),
});

builder.queryFields((t) => ({
  statute: t.one(Statute, statute.byCitation, {
    description: 'The statute with this citation, or null if there is no such statute.',
    args: {
      citation: t.arg.string({
        required: true,
        description:
          'A section of the United States Code or a public law, such as 42 U.S.C. 300jj-52 or Pub. L. 114-255.',
      }),
    },
    params: ({ citation }) => ({ citation: statuteCitation(citation) }),
  }),
  statutes: t.page(StatuteConnection, statute.all, { description: 'All statutes, ordered by name.' }),
}));
