import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import { useProjectShape } from '../../data/use-project-shape';
import { AreaField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import styles from './catalogue.module.css';
import { conditionOf, type Row } from './mapping-groups';
import { MappingRow } from './mapping-row';
import { mappingText } from './mapping-text';
import type { FieldsProps } from './service-fields';

const EMPTY_ROW: Row = { field: '', values: [] };

/** Which issues belong to a service, as rows that are joined by "and" in groups that are joined by "or", and as a sentence. */
export function MappingFields({ draft, set, mistakeAt }: FieldsProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const { data: shape, isError } = useProjectShape();
  const fields = shape?.fields ?? [];
  const { groups, otherMapping } = draft;
  const complete = groups
    .map((rows) => rows.filter(({ field, values }) => field !== '' && values.length > 0))
    .filter((rows) => rows.length > 0);
  const condition = otherMapping ?? conditionOf(complete);

  const setRow = (group: number, row: number, changed: Row | undefined): void => {
    const rows = (groups[group] ?? []).flatMap((each, index) => (index === row ? (changed ?? []) : each));
    set({
      groups: groups.flatMap((each, index) => (index !== group ? [each] : rows.length > 0 ? [rows] : [])),
    });
  };
  const addRow = (group: number): void =>
    set({ groups: groups.map((rows, index) => (index === group ? [...rows, EMPTY_ROW] : rows)) });

  return (
    <>
      <div className={styles['stack']} data-field="doc.mapping">
        <p className="note">{messages.text('service.mapping.note')}</p>
        {isError && <Notice tone="warning">{messages.text('service.mapping.noShape')}</Notice>}
        {otherMapping && (
          <>
            <p>{messages.text('service.mapping.other')}</p>
            <div>
              <Button onClick={() => set({ otherMapping: undefined })}>
                {messages.text('service.mapping.drop')}
              </Button>
            </div>
          </>
        )}
        {groups.map((rows, group) => (
          <fieldset key={group} className={styles['mappingGroup']}>
            <legend className="label">{messages.text('service.mapping.group', { number: group + 1 })}</legend>
            {rows.map((row, index) => (
              <MappingRow
                key={index}
                row={row}
                number={index + 1}
                fields={fields}
                change={(changed) => setRow(group, index, changed)}
                mistake={mistakeAt(`doc.mapping[${group}][${index}]`)}
              />
            ))}
            <div>
              <Button spacing="compact" onClick={() => addRow(group)}>
                {messages.text('service.mapping.addRow')}
              </Button>
            </div>
          </fieldset>
        ))}
        {!otherMapping && shape && (
          <div>
            <Button onClick={() => set({ groups: [...groups, [EMPTY_ROW]] })}>
              {messages.text(groups.length > 0 ? 'service.mapping.addGroup' : 'service.mapping.first')}
            </Button>
          </div>
        )}
        <p role="status">
          {condition
            ? messages.text('service.mapping.sentence', { condition: mappingText(condition, fields, reader) })
            : messages.text('service.mapping.none')}
        </p>
      </div>
      <div data-field="doc.assets" className={styles['narrow']}>
        <AreaField
          label={messages.text('service.field.assets')}
          value={draft.assets}
          change={(assets) => set({ assets })}
          help={messages.text('service.help.assets')}
          mistake={mistakeAt('doc.assets')}
        />
      </div>
    </>
  );
}
