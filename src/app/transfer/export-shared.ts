import { definitionsIn, latestRevisions } from '../../domain/agreement/revisions';
import type { SharedBySite } from '../../domain/transfer/shared';
import { viewDefaults } from '../defaults';
import { SITE, type Ports } from '../ports';
import { byId } from './export-everything';

/** All that the projects of the site share (P8), each list in the order of its ids. */
export async function exportShared(ports: Pick<Ports, 'records'>): Promise<SharedBySite> {
  const { records } = ports;
  const { holidaySets, calendars } = definitionsIn(latestRevisions(await records.revisions(SITE)));
  const terms = await records.documents(SITE, 'term');
  const { id: _id, ...defaults } = (await viewDefaults(ports)).record;
  return {
    holidaySets: [...holidaySets].sort(byId),
    calendars: [...calendars].sort(byId),
    terms: terms.flatMap(({ doc }) => (doc.removed ? [] : doc)),
    defaults,
  };
}
