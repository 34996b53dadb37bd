import { toldByRule } from '../../domain/outage/outage';
import type { OutageTeller } from '../../domain/outage/tell-outages';
import { laterOf } from '../../domain/time/instant';
import { canonical } from '../canonical';
import { THE_APP, type IssueReading, type Ports, type ProjectId } from '../ports';

/** As many documents are named at once. */
const AT_ONCE = 100;

/**
 * Writes down the outages that these issues of one project are by its rules, where something of them is new (T10). What somebody
 * has corrected stays as they said.
 *
 * @param teller undefined where the project has no rules.
 * @throws SomebodyElseSaves; what is told again comes to the same.
 */
export async function tellOutages(
  ports: Pick<Ports, 'clock' | 'ids' | 'records'>,
  project: ProjectId,
  teller: OutageTeller | undefined,
  readings: readonly IssueReading[],
): Promise<void> {
  if (!teller) return;
  const { clock, ids, records } = ports;
  const at = clock.now();
  const told = readings.flatMap(({ id, history, updated }) => teller.tell(id, history, laterOf(at, updated)));
  for (let start = 0; start < told.length; start += AT_ONCE) {
    const some = told.slice(start, start + AT_ONCE);
    const named = await records.named(
      project,
      'outage',
      some.map(({ id }) => id),
    );
    const known = new Map(named.map((outage) => [outage.doc.id, outage]));
    const change = ids.next();
    const revisions = some.flatMap(({ id, derived }) => {
      const own = known.get(id);
      if (own && canonical(own.doc.derived) === canonical(derived)) return [];
      const doc = toldByRule(id, derived, own?.doc);
      return { kind: 'outage', change, at, seq: (own?.seq ?? 0) + 1, doc } as const;
    });
    if (revisions.length > 0)
      await records.commit({ id: change, project, at, actor: THE_APP, action: 'write', revisions });
  }
}
