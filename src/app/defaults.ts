import {
  DEFAULTS_ID,
  defaultsProblems,
  productDefaults,
  type DefaultNumber,
  type SiteDefaults,
} from '../domain/defaults/site-defaults';
import { problem, type Problem } from '../domain/problem';
import { canonical } from './canonical';
import { SITE, type AccountId, type Ports } from './ports';

/** The site's defaults, and the number of their revision: 0 while nobody has saved any. */
export async function viewDefaults({
  records,
}: Pick<Ports, 'records'>): Promise<{ readonly record: SiteDefaults; readonly revision: number }> {
  const [kept] = await records.documents(SITE, 'defaults');
  return { record: kept?.doc ?? { id: DEFAULTS_ID }, revision: kept?.seq ?? 0 };
}

/** What holds on the site: the product's own value where nobody has chosen another. */
export async function defaultOf(ports: Pick<Ports, 'records'>, name: DefaultNumber): Promise<number> {
  return (await viewDefaults(ports)).record[name] ?? productDefaults[name];
}

/**
 * Saves the site's defaults.
 *
 * @param seen the number of the revision that they were made from.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveDefaults(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  actor: AccountId,
  doc: SiteDefaults,
  seen: number,
): Promise<readonly Problem[]> {
  const { records, clock, ids } = ports;
  const { record, revision } = await viewDefaults(ports);
  // Whoever did not hear that they were saved saves once more.
  if (canonical(record) === canonical(doc)) return [];
  if (revision !== seen) return [problem('record.newer', '')];
  const problems = defaultsProblems(doc);
  if (problems.length > 0) return problems;
  const [change, at] = [ids.next(), clock.now()];
  const next = { kind: 'defaults', change, at, seq: seen + 1, doc } as const;
  await records.commit({ id: change, project: SITE, at, actor, action: 'write', revisions: [next] });
  return [];
}
