import type { ReactElement } from 'react';
import type { FieldKind } from '../../../../../../../src/domain/agreement/known-field';
import type { FieldId } from '../../../../../../../src/domain/timer/history';
import { useReader } from '../../../../parts/reader-context';
import { fieldName } from '../../../../text/field-name';
import { useEditor } from '../editor-context';
import { WordChoice } from './word-choice';
import { compareNames } from '../../../../text/names';

interface Props {
  readonly label: string;
  readonly field: FieldId;
  readonly change: (field: FieldId) => void;
  /** Only fields of these kinds are offered. */
  readonly kinds?: readonly FieldKind[];
  /** What can be chosen in place of a field. */
  readonly none?: string;
}

/** A field of the project. One that it does not have stays while it is chosen. */
export function FieldChoice({ label, field, change, kinds, none }: Props): ReactElement {
  const { messages } = useReader();
  const { shape } = useEditor();
  const offered = shape.fields.filter(({ kind }) => !kinds || kinds.includes(kind));
  const known = offered.map(({ id }) => ({ value: id, label: fieldName(id, messages) }));
  const isKnown = known.some(({ value }) => value === field);
  const unknown = { value: field, label: messages.text('agreement.edit.unknown', { name: field }) };
  const nothing = none === undefined ? [] : [{ value: '', label: none }];
  return (
    <WordChoice
      label={label}
      value={field}
      isWrong={!isKnown && field !== ''}
      choices={[
        ...nothing,
        ...(isKnown || (field === '' && none !== undefined) ? [] : [unknown]),
        ...known.sort((a, b) => compareNames(a.label, b.label)),
      ]}
      change={change}
    />
  );
}
