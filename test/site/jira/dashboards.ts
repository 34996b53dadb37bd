import type { Caller } from '../seams';
import type { Dashboard, Gadget } from './model';
import { accountOf, hasProductAccess } from './permissions';
import type { Store } from './store';

/** The dashboard, if the caller may see it: every dashboard is shared with everybody who has a licence. */
export function dashboardFor(store: Store, caller: Caller, id: string): Dashboard | undefined {
  return hasProductAccess(store, caller) ? store.dashboards.get(id) : undefined;
}

/** Only its owner changes a dashboard. */
export function mayEdit(store: Store, caller: Caller, { ownerId }: Dashboard): boolean {
  return hasProductAccess(store, caller) && accountOf(store, caller) === ownerId;
}

export function createDashboard(store: Store, ownerId: string, name: string): Dashboard {
  const dashboard = { id: store.nextId('dashboard', 10_000), ownerId, name, gadgets: [] };
  store.dashboards.set(dashboard.id, dashboard);
  return dashboard;
}

/** A new gadget comes last in the column that has fewer. */
export function addGadget(store: Store, dashboard: Dashboard, moduleKey: string): Gadget {
  const left = columnOf(dashboard, 0).length;
  const right = columnOf(dashboard, 1).length;
  const gadget: Gadget = {
    id: store.nextId('gadget', 10_000),
    moduleKey,
    column: left <= right ? 0 : 1,
    configuration: null,
  };
  dashboard.gadgets.push(gadget);
  return gadget;
}

export function removeGadget(dashboard: Dashboard, gadget: Gadget): void {
  dashboard.gadgets.splice(dashboard.gadgets.indexOf(gadget), 1);
}

export function columnOf(dashboard: Dashboard, column: 0 | 1): readonly Gadget[] {
  return dashboard.gadgets.filter((gadget) => gadget.column === column);
}

export const directions = ['up', 'down', 'aside'] as const;
export type Direction = (typeof directions)[number];

/** Whether the gadget can go there: the ends of a column are ends, and there is always another column. */
export function canMove(dashboard: Dashboard, gadget: Gadget, direction: Direction): boolean {
  return direction === 'aside' || neighbour(dashboard, gadget, direction) !== undefined;
}

/** Moves a gadget past its neighbour, or to the end of the other column. Nothing happens at the end of a column. */
export function moveGadget(dashboard: Dashboard, gadget: Gadget, direction: Direction): void {
  const { gadgets } = dashboard;
  if (direction === 'aside') {
    gadget.column = gadget.column === 0 ? 1 : 0;
    gadgets.push(...gadgets.splice(gadgets.indexOf(gadget), 1));
    return;
  }
  const other = neighbour(dashboard, gadget, direction);
  if (other === undefined) return;
  const [from, to] = [gadgets.indexOf(gadget), gadgets.indexOf(other)];
  gadgets[from] = other;
  gadgets[to] = gadget;
}

function neighbour(
  dashboard: Dashboard,
  gadget: Gadget,
  direction: Exclude<Direction, 'aside'>,
): Gadget | undefined {
  const column = columnOf(dashboard, gadget.column);
  return column[column.indexOf(gadget) + (direction === 'up' ? -1 : 1)];
}
