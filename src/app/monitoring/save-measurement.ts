import { measurementIdOf, measurementProblems, type Measurement } from '../../domain/monitoring/measurement';
import { sourceOf } from '../../domain/monitoring/periodic-target';
import { versionFor } from '../../domain/monitoring/version-at';
import { problem, type Problem } from '../../domain/problem';
import { endOf } from '../../domain/report/periods';
import { startOfDay } from '../../domain/time/offset-periods';
import { agreementsOf } from '../agreements-of';
import { canonical } from '../canonical';
import type { Ports } from '../ports';
import { reportingZone } from '../view-figures';
import { writeDown, type Writer } from '../write-down';

/**
 * Enters the value of a period that the app cannot measure (M8), corrects it, or takes it back.
 *
 * @param seen the number of the revision that it was made from, 0 for none.
 * @throws SomebodyElseSaves; nothing is changed then.
 */
export async function saveMeasurement(
  ports: Pick<Ports, 'records' | 'clock' | 'ids'>,
  writer: Writer,
  entered: Omit<Measurement, 'id'>,
  seen: number,
): Promise<readonly Problem[]> {
  const { records, clock } = ports;
  const { project } = writer;
  const zone = reportingZone(await records.revisions(project));
  const { period } = entered;
  const asked = { from: startOfDay(zone, period.from), to: startOfDay(zone, endOf(period)) };
  const file = (await agreementsOf(ports, project)).get(entered.agreement);
  const { periodicTargets = [] } = (file && versionFor(file.timeline, asked))?.agreement ?? {};
  const target = periodicTargets.find(({ id }) => id === entered.target);
  if (!target || target.period !== period.kind) return [problem('measurement.unknown-target', '')];
  if (sourceOf(target) !== 'hand') return [problem('measurement.computed', '')];
  if (asked.from > clock.now()) return [problem('measurement.in-future', '')];
  const doc: Measurement = { id: measurementIdOf(entered), ...entered };
  const [kept] = await records.named(project, 'measurement', [doc.id]);
  // Whoever did not hear that it was saved saves once more.
  if (kept && canonical(kept.doc) === canonical(doc)) return [];
  if ((kept?.seq ?? 0) !== seen) return [problem('record.newer', '')];
  const problems = measurementProblems(doc, target.measure);
  if (problems.length > 0) return problems;
  await writeDown(ports, writer, { kind: 'measurement', doc, seq: seen + 1 });
  return [];
}
