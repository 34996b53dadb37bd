import { REPORTING, type ReportingFields } from '../domain/agreement/reporting';
import { problem, type Problem } from '../domain/problem';
import { canonical } from './canonical';
import { judgeAnew } from './judge-anew';
import type { Ports } from './ports';
import { reportingFieldsOf, reportingOf, reportingProblems } from './reporting';
import type { Writer } from './write-down';

/**
 * Names the fields whose values are customers and groups in reports. All timers are told apart by them anew, those of the past
 * too; no verdict changes.
 *
 * @param seen the number of the revision that it was made from, 0 for none.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveReporting(
  ports: Ports,
  { project, actor }: Writer,
  fields: ReportingFields,
  seen: number,
): Promise<readonly Problem[]> {
  const revisions = await ports.records.revisions(project);
  // Whoever did not hear that it was saved saves once more.
  if (canonical(reportingFieldsOf(revisions)) === canonical(fields)) return [];
  if ((reportingOf(revisions)?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const problems = reportingProblems(fields, 'fields', await ports.projectFields.in(project));
  if (problems.length > 0) return problems;
  const [change, at] = [ports.ids.next(), ports.clock.now()];
  const revision = {
    kind: 'reporting',
    change,
    at,
    seq: seen + 1,
    doc: { ...fields, id: REPORTING },
  } as const;
  await ports.records.commit({ id: change, project, at, actor, action: 'save', revisions: [revision] });
  await judgeAnew(ports, project, actor);
  return [];
}
