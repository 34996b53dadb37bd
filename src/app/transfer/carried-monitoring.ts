import { causesProblems, MONITORING_ID, type Monitoring } from '../../domain/breach/causes';
import type { RevisionOf } from '../../domain/documents';
import type { Problem } from '../../domain/problem';
import type { Everything } from '../../domain/transfer/everything';
import { carriedSingle, type SingleRead } from './carried-single';

type MonitoringRead = SingleRead<'monitoring', Monitoring> & { readonly problems: readonly Problem[] };

/** Reads the causes of a file. Those that are here alone cannot be chosen any more, and stay where they were. */
export function readMonitoring(
  carried: Everything['monitoring'],
  here: RevisionOf<'monitoring'> | undefined,
): MonitoringRead {
  if (!carried) return { revisions: [], compared: [], problems: [] };
  const kept = (here?.doc.causes ?? []).filter(({ id }) => !carried.causes.some((each) => each.id === id));
  const causes = [...carried.causes, ...kept.map((cause) => ({ ...cause, retired: true as const }))];
  return {
    ...carriedSingle('monitoring', { id: MONITORING_ID, causes }, here),
    problems: causesProblems(causes, here?.doc.causes).map((found) => ({
      ...found,
      path: `monitoring.${found.path}`,
    })),
  };
}
