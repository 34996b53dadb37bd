import type { AgreementDraft } from '../agreement/draft';
import { refuseTwins, type DraftReading } from '../agreement/draft-reading';
import { listed, problem } from '../problem';
import { ruleOf } from './measures';
import { amountOf, type PeriodicTarget } from './periodic-target';

/** Says what is wrong with the periodic targets of an agreement: they are kept as they were written. */
export function checkPeriodicTargets(
  { periodicTargets = [], ...agreement }: Pick<AgreementDraft, 'periodicTargets' | 'metrics' | 'services'>,
  path: string,
  reading: DraftReading,
): void {
  refuseTwins(periodicTargets, path, reading);
  periodicTargets.forEach((target, index) =>
    checkTarget(target, agreement, { path: `${path}[${index}]`, reading }),
  );
}

interface Place {
  readonly path: string;
  readonly reading: DraftReading;
}

function checkTarget(
  target: PeriodicTarget,
  { metrics, services = [] }: Pick<AgreementDraft, 'metrics' | 'services'>,
  { path, reading: { calendars, problems } }: Place,
): void {
  const { measure, calendar, base, name, byHand } = target;
  const { unit, asks, source, within } = ruleOf(measure);
  const [least, most] = within;
  const amount = amountOf(unit, target.target);
  if (amount === undefined) {
    problems.push(problem(`target.no-${unit}`, `${path}.target`, { found: target.target }));
  } else if (amount < least || amount > most) {
    const bounds = { least: String(least), most: String(most) };
    problems.push(problem('target.out-of-bounds', `${path}.target`, { found: target.target, ...bounds }));
  }
  const mustBeOneOf = (part: 'metric' | 'service', known: readonly string[]): void => {
    const found = target[part] ?? '';
    if (known.includes(found)) return;
    problems.push(problem(`target.unknown-${part}`, `${path}.${part}`, { found, known: listed(known) }));
  };
  if (asks === 'metric')
    mustBeOneOf(
      'metric',
      metrics.map(({ id }) => id),
    );
  if (asks === 'service')
    mustBeOneOf(
      'service',
      services.map(({ id }) => id),
    );
  if (asks === 'base' && !base?.trim()) problems.push(problem('target.no-base', `${path}.base`));
  if (asks === 'name' && !name?.trim()) problems.push(problem('target.no-name', `${path}.name`));
  if (byHand && source === 'timers') problems.push(problem('target.never-by-hand', `${path}.byHand`));
  if (calendar !== undefined && !calendars.includes(calendar)) {
    const details = { found: calendar, known: listed(calendars) };
    problems.push(problem('goal.unknown-calendar', `${path}.calendar`, details));
  }
}
