import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { type NodeOf, Statute } from './refs.ts';

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

builder.objectRef<NodeOf<'ORGANIZATION'>>('Organization').implement({
  description: 'A health IT organization: an agency, standards body, network, vendor, or program.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name that the organization uses for itself.' }),
    role: t.exposeString('role', {
      description: 'The role of the organization: agency, standards body, network, vendor, or program.',
    }),
  }),
});
