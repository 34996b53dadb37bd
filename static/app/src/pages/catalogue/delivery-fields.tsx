import type { ReactElement } from 'react';
import { deliveryMethods } from '../../../../../src/domain/catalogue/service';
import { InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import styles from './catalogue.module.css';
import type { FieldsProps } from './service-fields';

/** How a service is given, how often, and for how much. */
export function DeliveryFields({ draft, set, mistakeAt }: FieldsProps): ReactElement {
  const { messages } = useReader();
  const { delivery } = draft;
  return (
    <>
      <fieldset className={styles['group']}>
        <legend className="label">{messages.text('service.field.delivery')}</legend>
        <div className={styles['choices']}>
          {deliveryMethods.map((method) => (
            <Tick
              key={method}
              label={messages.text(`service.delivery.${method}`)}
              isChecked={delivery.includes(method)}
              change={(isChecked) =>
                set({
                  delivery: deliveryMethods.filter((each) =>
                    each === method ? isChecked : delivery.includes(each),
                  ),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <div data-field="doc.frequency" className={styles['narrow']}>
        <InputField
          label={messages.text('service.field.frequency')}
          value={draft.frequency}
          change={(frequency) => set({ frequency })}
          help={messages.text('service.help.frequency')}
          mistake={mistakeAt('doc.frequency')}
        />
      </div>
      <div className={styles['pair']}>
        <div data-field="doc.price.amount">
          <InputField
            label={messages.text('service.price.amount')}
            value={draft.amount}
            change={(amount) => set({ amount })}
            inputMode="decimal"
            autoComplete="off"
            mistake={mistakeAt('doc.price.amount')}
          />
        </div>
        <div data-field="doc.price.unit">
          <InputField
            label={messages.text('service.price.unit')}
            value={draft.unit}
            change={(unit) => set({ unit })}
            help={messages.text('service.price.unitHelp')}
            mistake={mistakeAt('doc.price.unit')}
          />
        </div>
      </div>
    </>
  );
}
