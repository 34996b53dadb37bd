import { checkPeriodicTargets } from '../monitoring/periodic-target-reader';
import { problem } from '../problem';
import { EARLIEST, type Instant } from '../time/instant';
import { isZone } from '../time/zone';
import type { ConditionOf } from '../timer/condition';
import type { Agreement, ScopeOf, SuspensionOf } from './agreement';
import { readState } from './condition-reader';
import type { AgreementDraft } from './draft';
import { refuseTwins, type DraftReading } from './draft-reading';
import { readMetric } from './metric-reader';
import { readPoint, type Wall } from './point-reader';
import { readPriorityMatrix } from './priority-matrix-reader';

export function readAgreement(draft: AgreementDraft, path: string, reading: DraftReading): Agreement {
  const {
    customer,
    service,
    covers,
    effectiveFrom,
    effectiveTo,
    suspensions,
    services,
    priorityMatrix,
    metrics,
    ...rest
  } = draft;
  const { problems } = reading;
  checkPeriodicTargets(draft, `${path}.periodicTargets`, reading);
  refuseTwins(metrics, `${path}.metrics`, reading);
  const zone = isZone(draft.timeZone) ? draft.timeZone : undefined;
  if (!zone) {
    problems.push(problem('calendar.unknown-zone', `${path}.timeZone`, { found: draft.timeZone }));
  }
  const wall = { zone, problems };
  const from = readPoint(effectiveFrom, 'day', `${path}.effectiveFrom`, wall);
  const to =
    effectiveTo === undefined ? undefined : readPoint(effectiveTo, 'end', `${path}.effectiveTo`, wall);
  if (from !== undefined && to !== undefined && to <= from) {
    problems.push(problem('agreement.ends-too-soon', `${path}.effectiveTo`, { found: effectiveTo ?? '' }));
  }
  return {
    ...rest,
    effectiveFrom: from ?? EARLIEST,
    ...(to !== undefined && { effectiveTo: to }),
    ...(suspensions && {
      suspensions: suspensions.map((suspension, index) =>
        readSuspension(suspension, `${path}.suspensions[${index}]`, wall),
      ),
    }),
    ...(services && {
      services: services.map(({ mapping, ...use }, index) => ({
        ...use,
        ...(mapping && { mapping: readState(mapping, `${path}.services[${index}].mapping`, reading) }),
      })),
    }),
    ...readScope({ customer, service, covers }, path, reading),
    ...(priorityMatrix && {
      priorityMatrix: readPriorityMatrix(priorityMatrix, `${path}.priorityMatrix`, reading),
    }),
    metrics: metrics.map((metric, index) => readMetric(metric, `${path}.metrics[${index}]`, reading)),
  };
}

type Written<T> = { readonly [Key in keyof T]: T[Key] | undefined };

function readScope(
  { customer, service, covers }: Written<ScopeOf<string>>,
  path: string,
  reading: DraftReading,
): Pick<Agreement, keyof ScopeOf<string>> {
  const state = (draft: ConditionOf<string>, name: string) => readState(draft, `${path}.${name}`, reading);
  return {
    ...(customer && { customer: state(customer, 'customer') }),
    ...(service && { service: state(service, 'service') }),
    ...(covers && { covers: state(covers, 'covers') }),
  };
}

function readSuspension(draft: SuspensionOf<string>, path: string, wall: Wall): SuspensionOf<Instant> {
  const { problems } = wall;
  const from = readPoint(draft.from, 'start', `${path}.from`, wall);
  const to = draft.to === undefined ? undefined : readPoint(draft.to, 'end', `${path}.to`, wall);
  if (from !== undefined && to !== undefined && to <= from) {
    problems.push(problem('agreement.ends-too-soon', `${path}.to`, { found: draft.to ?? '' }));
  }
  if (draft.reason.trim() === '') problems.push(problem('agreement.no-reason', `${path}.reason`));
  return { from: from ?? EARLIEST, ...(to !== undefined && { to }), reason: draft.reason };
}
