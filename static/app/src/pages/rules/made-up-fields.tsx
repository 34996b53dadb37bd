import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { ListedField } from '../../../../../src/domain/agreement/known-field';
import { InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { zoneText } from '../../text/when';
import type { Row } from '../catalogue/mapping-groups';
import { MappingRow } from '../catalogue/mapping-row';
import type { Change, MadeUp } from './made-up';
import styles from './rules.module.css';

interface Props {
  readonly madeUp: MadeUp;
  readonly change: (madeUp: MadeUp) => void;
  readonly fields: readonly ListedField[];
  /** What is wrong at a place, as in `changes[0].at`. */
  readonly mistakeAt: (place: string) => string | undefined;
}

/** When an issue is created and with what, and what happens to it then. */
export function MadeUpFields({ madeUp, change, fields, mistakeAt }: Props): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const put = <Item,>(items: readonly Item[], index: number, item: Item | undefined): Item[] =>
    items.flatMap((each, at) => (at !== index ? [each] : item === undefined ? [] : [item]));
  const setField = (index: number, row: Row | undefined): void =>
    change({ ...madeUp, fields: put(madeUp.fields, index, row) });
  const setChange = (index: number, one: Change | undefined): void =>
    change({ ...madeUp, changes: put(madeUp.changes, index, one) });
  const empty: Row = { field: '', values: [] };
  return (
    <>
      <div className={styles['short']}>
        <InputField
          type="datetime-local"
          label={messages.text('rules.created')}
          help={messages.text('rules.zone', { zone: zoneText(zone, clockNow(), reader) })}
          value={madeUp.created}
          change={(created) => change({ ...madeUp, created })}
          mistake={mistakeAt('created')}
        />
      </div>
      <fieldset className={styles['group']}>
        <legend className="subheading">{messages.text('rules.fields')}</legend>
        {madeUp.fields.map((row, index) => (
          <MappingRow
            key={index}
            row={row}
            number={index + 1}
            fields={fields}
            change={(next) => setField(index, next)}
            mistake={mistakeAt(`fields[${index}]`)}
          />
        ))}
        <div>
          <Button spacing="compact" onClick={() => change({ ...madeUp, fields: [...madeUp.fields, empty] })}>
            {messages.text('rules.addField')}
          </Button>
        </div>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend className="subheading">{messages.text('rules.changes')}</legend>
        <p className="note">{messages.text('rules.changesNote')}</p>
        {madeUp.changes.map((one, index) => (
          <div key={index} className={styles['change']}>
            <InputField
              type="datetime-local"
              label={messages.text('rules.at', { number: index + 1 })}
              value={one.at}
              change={(at) => setChange(index, { ...one, at })}
              mistake={mistakeAt(`changes[${index}].at`)}
            />
            <MappingRow
              row={one}
              number={index + 1}
              fields={fields}
              change={(row) => setChange(index, row && { ...row, at: one.at })}
              mistake={mistakeAt(`changes[${index}]`)}
            />
          </div>
        ))}
        <div>
          <Button
            spacing="compact"
            onClick={() =>
              change({
                ...madeUp,
                changes: [
                  ...madeUp.changes,
                  { field: 'status', values: [], at: madeUp.changes.at(-1)?.at ?? madeUp.created },
                ],
              })
            }
          >
            {messages.text('rules.addChange')}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
