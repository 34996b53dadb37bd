import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import { knownAmong } from '../../../../../../src/domain/agreement/known-field';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import { writeCondition } from '../../../../../../src/domain/agreement/write-condition';
import { strengthOfTier } from '../../../../../../src/domain/catalogue/tiers';
import type { Service } from '../../../../../../src/domain/catalogue/service';
import type { PeriodicTarget } from '../../../../../../src/domain/monitoring/periodic-target';
import { spanText } from '../../../../../../src/domain/time/duration-text';
import { newMetric } from '../editor/metric-presets';

/** A service that an agreement is to cover, as the catalogue has it now. */
export interface Chosen {
  readonly revision: number;
  readonly record: Service;
}

/**
 * The agreement about exactly these services (A14): it refers to them, and is about the issues that belong to any of them. A
 * condition that somebody wrote by hand is replaced.
 */
export function withServices(
  text: AgreementDraft,
  chosen: readonly Chosen[],
  shape: ProjectShape,
): AgreementDraft {
  const { services: _services, service: _service, ...rest } = text;
  if (chosen.length === 0) return rest;
  const fieldOf = knownAmong(shape.fields);
  const services = chosen.map(({ record: { id, mapping }, revision }) => ({
    id,
    revision,
    ...(mapping && { mapping: writeCondition(mapping, fieldOf) }),
  }));
  const any = services.flatMap(({ mapping }) => (!mapping ? [] : 'any' in mapping ? mapping.any : [mapping]));
  const [only] = any;
  return {
    ...rest,
    services,
    ...(only && { service: any.length === 1 ? only : { any } }),
  };
}

/** Whether a service says by which time it is restored, and on which calendar. */
export const saysTargets = ({ hours, strengthTier }: Service): boolean =>
  hours !== undefined && strengthTier !== undefined;

/**
 * With what its tier promises (C4): each interruption restored within its mean time to restore, on its hours, and for each
 * month that mean and its availability.
 */
export function withTier(
  text: AgreementDraft,
  { id, hours = '', strengthTier }: Service,
  shape: ProjectShape,
): AgreementDraft {
  if (!strengthTier) return text;
  const { availability, mttr } = strengthOfTier[strengthTier];
  const taken = text.metrics.map(({ id }) => id);
  const metric = newMetric('recovery', shape, taken, hours);
  const within = spanText(mttr);
  const goals = [{ name: strengthTier, within, calendar: hours }];
  const periodic = { period: 'month', service: id } as const;
  const { periodicTargets = [] } = text;
  const promised: readonly PeriodicTarget[] = [
    {
      ...periodic,
      id: `${id}-availability`,
      measure: 'availability',
      target: `${availability}%`,
      calendar: hours,
    },
    { ...periodic, id: `${id}-mttr`, measure: 'mttr', target: within },
  ];
  const others = periodicTargets.filter((target) => promised.every((each) => each.id !== target.id));
  return {
    ...text,
    metrics: [...text.metrics, { ...metric, goals }],
    periodicTargets: [...others, ...promised],
  };
}
