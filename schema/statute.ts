import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { type NodeOf, Statute } from './refs.ts';

Statute.implement({
  description: 'An act of Congress, or a section of one.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    citation: t.exposeString('citation', { description: '42 U.S.C. 300jj-52, Pub. L. 114-255.' }),
    name: t.exposeString('name', { description: 'As people call it.' }),
  }),
});

builder.objectRef<NodeOf<'ORGANIZATION'>>('Organization').implement({
  description: 'Who makes, runs or oversees things: an agency, standards body, network, vendor or program.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As it calls itself.' }),
    role: t.exposeString('role', { description: 'Agency, standards body, network, vendor, program.' }),
  }),
});
