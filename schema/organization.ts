import { organization } from '../cypher/organization/index.ts';
import { builder, Node } from './builder.ts';
import { Entity } from './entity.ts';
import { pageOf } from './page.ts';
import { Organization } from './refs.ts';

const OrganizationConnection = pageOf(Organization, 'Organization');

Organization.implement({
  description: 'A health IT organization: an agency, standards body, network, vendor, or program.',
  interfaces: [Node, Entity],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name that the organization uses for itself.' }),
    role: t.exposeString('role', {
      description: 'The role of the organization: agency, standards body, network, vendor, or program.',
    }),
  }),
});

builder.queryFields((t) => ({
  organization: t.one(Organization, organization.byId, {
    description: 'The organization with this slug, or null if there is no such organization.',
    args: {
      slug: t.arg.string({
        required: true,
        description: 'The slug of the organization, which is the last part of its id, such as onc in Organization:onc.',
      }),
    },
    params: ({ slug }) => ({ id: `Organization:${slug}` }),
  }),
  organizations: t.page(OrganizationConnection, organization.all, {
    description: 'All organizations, ordered by name.',
  }),
}));
