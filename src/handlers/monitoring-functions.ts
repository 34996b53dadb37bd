import { mayMonitor } from '../app/breaches/may-monitor';
import { saveMeasurement } from '../app/monitoring/save-measurement';
import { viewRecord, type RecordAsked } from '../app/monitoring/view-record';
import type { Ports } from '../app/ports';
import type { Answer } from '../contract/answer';
import type { MonitoringRecordView } from '../contract/monitoring-record';
import { ruleOf } from '../domain/monitoring/measures';
import { sourceOf } from '../domain/monitoring/periodic-target';
import { refuse, type Place, type ResolverFunctions } from './guard';
import { namesOf } from './names-of';

/** The monitoring record and what is entered into it (M6, M8). */
export function monitoringFunctions(ports: Ports): Pick<ResolverFunctions, 'viewRecord' | 'saveMeasurement'> {
  async function record(
    { project, account }: Place,
    asked: RecordAsked,
  ): Promise<Answer<MonitoringRecordView>> {
    const { agreements, services, lines, revisions, edges, ...rest } = await viewRecord(
      ports,
      project,
      asked,
    );
    const value = {
      ...rest,
      edges: [...edges],
      mayMonitor: await mayMonitor(ports, project, account),
      hasAgreements: agreements.length > 0,
      names: { agreements: namesOf(agreements), services: namesOf(services) },
      lines: lines.map(({ target, metric, cases, entered, answers, ...line }) => ({
        ...line,
        source: target ? sourceOf(target) : ruleOf(line.measure).source,
        target: target ?? null,
        metric: metric ?? null,
        cases: cases ?? null,
        entered: entered
          ? { value: entered.value, evidence: entered.evidence, revision: revisions.get(entered.id) ?? 0 }
          : null,
        answers: answers ? { n: answers.n, from: answers.from } : null,
      })),
      plan: agreements.flatMap(({ id, periodicTargets = [] }) =>
        periodicTargets.map((target) => ({ agreement: id, target, source: sourceOf(target) })),
      ),
      managers: Object.fromEntries(
        agreements.flatMap(({ id, details }) => {
          const manager = details?.roles?.['service-level-manager'];
          return manager === undefined ? [] : [[id, manager]];
        }),
      ),
    };
    return { ok: true, value };
  }

  return {
    viewRecord: { needs: 'see-project', does: 'read', run: record },

    saveMeasurement: {
      needs: 'monitor',
      does: 'write',
      async run(place, { doc, seen }) {
        const { project, account: actor } = place;
        const problems = await saveMeasurement(ports, { project, actor }, doc, seen);
        if (problems.length > 0) return refuse('bad-input', [...problems]);
        return record(place, { period: doc.period.kind, day: doc.period.from });
      },
    },
  };
}
