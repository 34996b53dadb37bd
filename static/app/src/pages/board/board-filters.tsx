import type { ReactElement } from 'react';
import type { BoardView } from '../../../../../src/contract/board';
import { ChoiceField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { useValueName } from '../../parts/use-value-name';
import { compareNames } from '../../text/names';
import { filterKeys, type BoardChoice, type BoardFilter, type FilterKey } from './board-address';
import styles from './board.module.css';

interface Props {
  readonly board: BoardView;
  readonly choice: BoardChoice;
  readonly choose: (choice: BoardChoice) => void;
}

/** What the board can be narrowed down to: only by what some open timer has. */
export function BoardFilters({ board, choice, choose }: Props): ReactElement {
  const { messages } = useReader();
  const assignees = [...valuesOf(board, 'assignee'), choice.filter.assignee ?? null];
  const nameOf = useValueName(
    board,
    assignees.flatMap((account) => account ?? []),
  );
  return (
    <fieldset className={styles['filters']} aria-label={messages.text('board.filters')}>
      {filterKeys.map((key) => {
        const chosen = choice.filter[key];
        const values = valuesOf(board, key);
        if (!values.some((value) => value !== null) && chosen === undefined) return null;
        const all = [...new Set([...values, ...(chosen === undefined ? [] : [chosen])])];
        const named = all
          .flatMap((value) => (value === null ? [] : { value: codeOf(value), label: nameOf(key, value) }))
          .sort((a, b) => compareNames(a.label, b.label));
        return (
          <ChoiceField
            key={key}
            label={messages.text(`board.filter.${key}`)}
            value={codeOf(chosen)}
            choices={[
              { value: codeOf(undefined), label: messages.text('board.all') },
              ...named,
              ...(all.includes(null) ? [{ value: codeOf(null), label: messages.text('board.none') }] : []),
            ]}
            change={(code) => choose({ ...choice, filter: withValue(choice.filter, key, code) })}
          />
        );
      })}
    </fieldset>
  );
}

const valuesOf = ({ values, kinds }: BoardView, key: FilterKey): readonly (string | null)[] =>
  key === 'kind' ? kinds : values.filter(({ by }) => by === key).map(({ value }) => value);

/** How a value stands in the page: undefined for all, null for none. */
const codeOf = (value: string | null | undefined): string => (value === undefined ? '' : `=${value ?? ''}`);

function withValue(filter: BoardFilter, key: FilterKey, code: string): BoardFilter {
  const { [key]: _before, ...others } = filter;
  return code === '' ? others : { ...others, [key]: code.slice(1) || null };
}
