import { readLength } from '../agreement/amount-reader';
import { parseSpan } from '../time/duration-text';
import { NO_TIME } from '../time/instant';
import { listed, problem, type Problem } from '../problem';
import { circleThrough } from './hierarchy';
import { LONGEST_TEXT, type ServiceState, type ServiceText } from './service';

/** What the rules must know of the other services. */
export type Neighbour = Pick<ServiceText, 'id' | 'name' | 'state' | 'restsOn'>;

export interface Surroundings {
  /** All services of the catalogue, the one in question or not. */
  readonly services: readonly Neighbour[];
  /** Ids of the calendars that can be its hours. */
  readonly calendars: readonly string[];
  /** The state in which it was kept; undefined for a new one. */
  readonly before: ServiceState | undefined;
}

/** The states that may follow each; what was published once is retired, never a draft again. */
const FOLLOWING: Readonly<Record<ServiceState, readonly ServiceState[]>> = {
  draft: ['draft', 'published'],
  published: ['published', 'retired'],
  retired: ['retired', 'published'],
};

/** The states that a service may be in next. */
export const statesAfter = (before: ServiceState | undefined): readonly ServiceState[] =>
  FOLLOWING[before ?? 'draft'];

/** A price as a decimal number, with at most four places. */
const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/;

/** Everything that is wrong with a service in its catalogue, its place as in `doc.restsOn[0]`. */
export function serviceProblems(service: ServiceText, surroundings: Surroundings): Problem[] {
  const others = surroundings.services.filter(({ id }) => id !== service.id);
  return [
    ...textProblems(service),
    ...objectiveProblems(service),
    ...nameProblems(service, others),
    ...stateProblems(service, others, surroundings.before),
    ...hoursProblems(service, surroundings.calendars),
    ...hierarchyProblems(service, others),
  ];
}

function textProblems(service: ServiceText): Problem[] {
  const tooLong = (Object.keys(LONGEST_TEXT) as (keyof typeof LONGEST_TEXT)[]).flatMap((field) => {
    const most = LONGEST_TEXT[field];
    const length = service[field]?.length ?? 0;
    return length > most ? problem('service.long', `doc.${field}`, { most: String(most) }) : [];
  });
  const { price } = service;
  if (!price) return tooLong;
  return [
    ...tooLong,
    ...(AMOUNT.test(price.amount)
      ? []
      : [problem('service.amount', 'doc.price.amount', { found: price.amount })]),
    ...(price.unit === '' ? [problem('service.no-unit', 'doc.price.unit')] : []),
  ];
}

function objectiveProblems({ rto, rpo }: ServiceText): Problem[] {
  const problems: Problem[] = [];
  if (rto !== undefined) readLength(rto, 'doc.rto', problems);
  // Nothing at all may be lost.
  if (rpo !== undefined && parseSpan(rpo) !== NO_TIME) readLength(rpo, 'doc.rpo', problems);
  return problems;
}

/** A retired service keeps its name, which another may bear meanwhile. */
function nameProblems({ name, state }: ServiceText, others: readonly Neighbour[]): Problem[] {
  if (state === 'retired') return [];
  const twin = others.find((other) => other.state !== 'retired' && nameKey(other.name) === nameKey(name));
  return twin ? [problem('service.name-twice', 'doc.name', { name: twin.name })] : [];
}

const nameKey = (name: string): string => name.trim().toLowerCase();

function stateProblems(
  service: ServiceText,
  others: readonly Neighbour[],
  before: ServiceState | undefined,
): Problem[] {
  const { id, state } = service;
  if (!statesAfter(before).includes(state)) {
    return [problem('service.no-such-step', 'doc.state', { from: before ?? 'none', to: state })];
  }
  if (state === 'published') {
    return (['summary', 'owner', 'hours'] as const)
      .filter((field) => !service[field])
      .map((field) => problem('service.needed', `doc.${field}`));
  }
  if (state === 'draft') return [];
  const onIt = others.filter((other) => other.state === 'published' && other.restsOn?.includes(id));
  return onIt.length > 0
    ? [problem('service.carries', 'doc.state', { by: listed(onIt.map(({ name }) => name)) })]
    : [];
}

function hoursProblems({ hours }: ServiceText, calendars: readonly string[]): Problem[] {
  return hours === undefined || calendars.includes(hours)
    ? []
    : [problem('service.unknown-hours', 'doc.hours', { found: hours })];
}

function hierarchyProblems(service: ServiceText, others: readonly Neighbour[]): Problem[] {
  const { state, restsOn = [] } = service;
  const known = new Map([...others, service].map((each) => [each.id, each]));
  const nameOf = (id: string): string => known.get(id)?.name ?? id;
  const problems = restsOn.flatMap((id, index) => {
    const at = `doc.restsOn[${index}]`;
    const other = known.get(id);
    if (!other) return problem('service.unknown', at, { found: id });
    if (restsOn.indexOf(id) < index) return problem('service.twice', at, { name: other.name });
    return state === 'published' && other.state === 'retired'
      ? problem('service.rests-on-retired', at, { name: other.name })
      : [];
  });
  const circle = circleThrough(service, others);
  if (!circle) return problems;
  const at = `doc.restsOn[${restsOn.indexOf(circle[1] ?? '')}]`;
  return [...problems, problem('service.circle', at, { circle: circle.map(nameOf).join(' → ') })];
}
