import type { ServiceText } from './service';

/** A service as far as the hierarchy is concerned. */
export type Node = Pick<ServiceText, 'id' | 'restsOn'>;

type Id = Node['id'];

/**
 * The circle that `service` would close: the ids on the way from it down to itself, itself at both ends; undefined where it
 * closes none. What it rests on is as it says, whatever `others` hold of it.
 */
export function circleThrough(service: Node, others: readonly Node[]): Id[] | undefined {
  const below = new Map([...others, service].map(({ id, restsOn }) => [id, restsOn ?? []]));
  const cameFrom = new Map<Id, Id>();
  const waiting: Id[] = [service.id];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const next of below.get(id) ?? []) {
      if (next === service.id) return wayTo(id, cameFrom, service.id);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      waiting.push(next);
    }
  }
  return undefined;
}

function wayTo(last: Id, cameFrom: ReadonlyMap<Id, Id>, start: Id): Id[] {
  const way: Id[] = [start];
  for (let id: Id | undefined = last; id !== undefined && id !== start; id = cameFrom.get(id))
    way.unshift(id);
  return [start, ...way];
}

/** All that a service rests on, at any depth. */
export function descendants(id: Id, services: readonly Node[]): Set<Id> {
  const below = new Map(services.map((each) => [each.id, each.restsOn ?? []]));
  return reached(id, (from) => below.get(from) ?? []);
}

/** All that rests on a service, at any height. */
export function carriedBy(id: Id, services: readonly Node[]): Set<Id> {
  return reached(id, (from) =>
    services.filter(({ restsOn }) => restsOn?.includes(from)).map((each) => each.id),
  );
}

function reached(start: Id, next: (id: Id) => readonly Id[]): Set<Id> {
  const found = new Set<Id>();
  const waiting: Id[] = [...next(start)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...next(id));
  }
  return found;
}
