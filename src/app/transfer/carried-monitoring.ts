import { causesProblems, MONITORING_ID, type Monitoring } from '../../domain/breach/causes';
import type { RevisionOf } from '../../domain/documents';
import type { Problem } from '../../domain/problem';
import type { ComparedRecord } from '../../domain/transfer/compared';
import type { Everything } from '../../domain/transfer/everything';
import { canonical } from '../canonical';

export interface MonitoringRead {
  readonly monitoring: readonly Pick<RevisionOf<'monitoring'>, 'seq' | 'doc'>[];
  readonly compared: readonly ComparedRecord[];
  readonly problems: readonly Problem[];
}

/** Reads the causes of a file. Those that are here alone cannot be chosen any more, and stay where they were. */
export function readMonitoring(
  carried: Everything['monitoring'],
  here: RevisionOf<'monitoring'> | undefined,
): MonitoringRead {
  if (!carried) return { monitoring: [], compared: [], problems: [] };
  const kept = (here?.doc.causes ?? []).filter(({ id }) => !carried.causes.some((each) => each.id === id));
  const causes = [...carried.causes, ...kept.map((cause) => ({ ...cause, retired: true as const }))];
  const doc: Monitoring = { id: MONITORING_ID, causes };
  const isSame = here !== undefined && canonical(here.doc) === canonical(doc);
  const what = isSame ? 'same' : here ? 'changed' : 'new';
  return {
    monitoring: isSame ? [] : [{ doc, seq: (here?.seq ?? 0) + 1 }],
    compared: [{ kind: 'monitoring', id: MONITORING_ID, name: '', what }],
    problems: causesProblems(causes, here?.doc.causes).map((found) => ({
      ...found,
      path: `monitoring.${found.path}`,
    })),
  };
}
