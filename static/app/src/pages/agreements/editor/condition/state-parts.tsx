import type { ReactElement } from 'react';
import { useReader } from '../../../../parts/reader-context';
import type { ConditionDraft } from '../draft-values';
import { useEditor } from '../editor-context';
import { clauseAs, clauseOf, stateVerbs, type StateClause } from './condition-kinds';
import { FieldChoice } from './field-choice';
import { ValuesField } from './values-field';
import { WordChoice } from './word-choice';

interface Props {
  readonly condition: ConditionDraft;
  readonly change: (condition: ConditionDraft) => void;
}

/** What one field is like: the field, how it is asked about, and values or groups. */
export function StateParts({ condition, change }: Props): ReactElement | null {
  const { messages } = useReader();
  const { shape } = useEditor();
  const clause = clauseOf(condition);
  if (!clause) return null;
  const { field, verb, values } = clause;
  const isPerson = shape.fields.find(({ id }) => id === field)?.kind === 'person';
  const isGroups = verb === 'memberOf' || verb === 'notMemberOf';
  const verbs = stateVerbs.filter((each) => isPerson || each === verb || !/member/i.test(each));
  const set = (part: Partial<StateClause>): void => change(clauseAs({ ...clause, ...part }));
  return (
    <>
      <FieldChoice
        label={messages.text('agreement.edit.condition.field')}
        field={field}
        change={(chosen) => change(clauseAs({ field: chosen, verb: isGroups ? 'is' : verb, values: [] }))}
      />
      <WordChoice
        label={messages.text('agreement.edit.condition.verb.label')}
        value={verb}
        choices={verbs.map((value) => ({
          value,
          label: messages.text(`agreement.edit.condition.verb.${value}`),
        }))}
        change={(chosen) => set({ verb: chosen, values: /member/i.test(chosen) === isGroups ? values : [] })}
      />
      {verb !== 'empty' && verb !== 'filled' && (
        <ValuesField
          label={messages.text(
            isGroups ? 'agreement.edit.condition.groups' : 'agreement.edit.condition.values',
          )}
          field={isGroups ? undefined : field}
          texts={values}
          change={(texts) => set({ values: texts })}
        />
      )}
    </>
  );
}
