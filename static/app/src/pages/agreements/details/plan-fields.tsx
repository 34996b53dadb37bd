import { useState, type ReactElement } from 'react';
import type { AgreementDetails, Plan } from '../../../../../../src/domain/agreement/details';
import { InputField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import styles from '../agreements.module.css';

interface Props {
  readonly details: AgreementDetails;
  readonly change: (part: Partial<AgreementDetails>) => void;
}

const amounts = ['effortHours', 'cost', 'price'] as const;
type Written = Readonly<Record<(typeof amounts)[number] | 'currency', string>>;

const AMOUNT = /^\d{1,12}([.,]\d{1,2})?$/;
const CURRENCY = /^[A-Z]{3}$/;

/** What a year of it is planned to take and to bring (A19). What is no amount yet stays in its field, and is not part of the draft. */
export function PlanFields({ details: { plan = {} }, change }: Props): ReactElement {
  const { messages } = useReader();
  const [written, setWritten] = useState<Written>({
    effortHours: plan.effortHours?.toString() ?? '',
    cost: plan.cost?.toString() ?? '',
    price: plan.price?.toString() ?? '',
    currency: plan.currency ?? '',
  });
  const write = (next: Written): void => {
    setWritten(next);
    change({ plan: planOf(next) });
  };
  return (
    <div className={styles['columns']}>
      {amounts.map((name) => (
        <InputField
          key={name}
          label={messages.text(`agreements.plan.${name}`)}
          inputMode="decimal"
          value={written[name]}
          change={(text) => write({ ...written, [name]: text })}
          mistake={
            written[name] === '' || AMOUNT.test(written[name])
              ? undefined
              : messages.text('agreements.plan.noAmount')
          }
        />
      ))}
      <InputField
        label={messages.text('agreements.plan.currency')}
        value={written.currency}
        change={(text) => write({ ...written, currency: text.toUpperCase() })}
        maxLength={3}
        mistake={
          written.currency === '' || CURRENCY.test(written.currency)
            ? undefined
            : messages.text('agreements.plan.noCurrency')
        }
      />
    </div>
  );
}

function planOf(written: Written): Plan {
  const numbers = amounts.flatMap((name) =>
    AMOUNT.test(written[name]) ? [[name, Number(written[name].replace(',', '.'))] as const] : [],
  );
  return {
    ...Object.fromEntries(numbers),
    ...(CURRENCY.test(written.currency) && { currency: written.currency }),
  };
}
