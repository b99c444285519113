import { fragment } from '../../src/plan/fragment.ts';

/** Agencies, standards bodies, networks, vendors, and programs. */
export const organization = {
  byId: fragment<{ id: string }>('organization/by-id'),
  all: fragment('organization/all'),
};
