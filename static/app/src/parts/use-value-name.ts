import type { BoardView } from '../../../../src/contract/board';
import type { Dimension } from '../../../../src/domain/report/dimensions';
import { useFieldValues } from '../data/use-choices';
import { usePriorityNames } from '../data/use-names';
import { usePersons } from '../data/use-rights';
import { useReader } from './reader-context';

type ValueKey = Dimension | 'agreement' | 'kind';

/**
 * What that which timers are told apart by is called: by the project itself, by Jira, or as its id says where nobody names it.
 *
 * @param accounts of the assignees that will be asked for.
 */
export function useValueName(
  { names, fields }: Pick<BoardView, 'names' | 'fields'>,
  accounts: readonly string[],
): (key: ValueKey, id: string) => string {
  const { messages } = useReader();
  const priorities = usePriorityNames();
  const persons = usePersons(accounts);
  const customers = useNamesInField(fields.customer);
  const teams = useNamesInField(fields.team);
  return (key, id) => {
    switch (key) {
      case 'service':
        return names.services[id] ?? id;
      case 'agreement':
        return names.agreements[id] ?? id;
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
