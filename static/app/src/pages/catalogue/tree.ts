import type { ListedService } from '../../../../../src/contract/catalogue';
import { descendants } from '../../../../../src/domain/catalogue/hierarchy';
import { compareNames } from '../../text/names';

/** A line of the tree. A shared service has one under each that rests on it. */
export interface TreeRow {
  readonly service: ListedService;
  /** The ids from the top down to it, which name the line. */
  readonly path: readonly string[];
  /** Whether something beneath it can be shown. */
  readonly isParent: boolean;
  readonly isOpen: boolean;
}

export interface TreeFilter {
  /** Lower case; empty for no search. */
  readonly query: string;
  readonly shows: (service: ListedService) => boolean;
}

export const pathKey = (path: readonly string[]): string => path.join('/');

/**
 * The lines of the tree: business services and whatever nothing rests on at the top, each over what it rests on. While
 * somebody searches all that was found is shown, with what leads to it.
 *
 * @param open the {@link pathKey}s of the lines that are expanded.
 */
export function treeRows(
  services: readonly ListedService[],
  { query, shows }: TreeFilter,
  open: ReadonlySet<string>,
): TreeRow[] {
  const byId = new Map(services.filter(shows).map((service) => [service.id, service]));
  const shown = [...byId.values()];
  const isFound = ({ name, summary = '' }: ListedService): boolean =>
    `${name}\n${summary}`.toLowerCase().includes(query);
  const found = new Set(shown.filter(isFound).map(({ id }) => id));
  const leadsToFound = (id: string): boolean =>
    found.has(id) || [...descendants(id, shown)].some((each) => found.has(each));
  const visible = new Set(shown.map(({ id }) => id).filter((id) => query === '' || leadsToFound(id)));

  const below = (id: string, path: readonly string[]): ListedService[] =>
    (byId.get(id)?.restsOn ?? []).flatMap((each) => {
      const service = byId.get(each);
      return service && visible.has(each) && !path.includes(each) ? service : [];
    });
  const rowsOf = (service: ListedService, above: readonly string[]): TreeRow[] => {
    const path = [...above, service.id];
    const children = below(service.id, path).sort(byName);
    const isOpen = query !== '' || open.has(pathKey(path));
    const row = { service, path, isParent: children.length > 0, isOpen };
    return [row, ...(isOpen ? children.flatMap((child) => rowsOf(child, path)) : [])];
  };
  const carried = new Set(shown.flatMap(({ restsOn }) => restsOn ?? []));
  return shown
    .filter(({ id, kind }) => visible.has(id) && (kind === 'business' || !carried.has(id)))
    .sort((a, b) => Number(b.kind === 'business') - Number(a.kind === 'business') || byName(a, b))
    .flatMap((service) => rowsOf(service, []));
}

const byName = (a: ListedService, b: ListedService): number => compareNames(a.name, b.name);
