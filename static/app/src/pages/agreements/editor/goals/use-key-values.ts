import type { FieldId } from '../../../../../../../src/domain/timer/history';
import { useFieldValues } from '../../../../data/use-choices';
import { valuesOf, type WrittenValue } from '../draft-values';
import { useEditor } from '../editor-context';

/** All that a field can hold; where Jira does not list that, what the project's latest issues have. */
export function useKeyValues(field: FieldId | undefined): readonly WrittenValue[] {
  const { shape } = useEditor();
  const listed = field === undefined ? [] : valuesOf(field, shape);
  const seen = useFieldValues(field ?? '', listed === undefined);
  return listed ?? (seen.data ?? []).map((value) => ({ ...value, text: value.id }));
}
