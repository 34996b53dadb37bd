import type { BoardView } from '../../../../../src/contract/board';
import { useFieldValues } from '../../data/use-choices';
import { usePriorityNames } from '../../data/use-names';
import { usePersons } from '../../data/use-rights';
import { useReader } from '../../parts/reader-context';
import type { BoardFilter, FilterKey } from './board-address';

/** What the values of filters are called: by the project itself, by Jira, or as its id says where nobody names it. */
export function useValueName(board: BoardView, filter: BoardFilter): (key: FilterKey, id: string) => string {
  const { messages } = useReader();
  const priorities = usePriorityNames();
  const accounts = board.values.flatMap(({ by, value }) =>
    by === 'assignee' && value !== null ? value : [],
  );
  const persons = usePersons([...accounts, ...(filter.assignee ? [filter.assignee] : [])]);
  const customers = useNamesInField(board.fields.customer);
  const teams = useNamesInField(board.fields.team);
  return (key, id) => {
    switch (key) {
      case 'service':
        return board.names.services[id] ?? id;
      case 'agreement':
        return board.names.agreements[id] ?? id;
      case 'priority':
        return priorities.get(id) ?? id;
      case 'assignee':
        return persons.get(id)?.name ?? id;
      case 'kind': {
        const text = `timer.kind.${id}`;
        return messages.knows(text) ? messages.text(text) : id;
      }
      case 'customer':
        return customers.get(id) ?? id;
      case 'team':
        return teams.get(id) ?? id;
    }
  };
}

/** Jira has no one way to name what a field holds but its issues. */
function useNamesInField(field: string | undefined): ReadonlyMap<string, string> {
  const { data = [] } = useFieldValues(field ?? '', field !== undefined);
  return new Map(data.map(({ id, name }) => [id, name]));
}
