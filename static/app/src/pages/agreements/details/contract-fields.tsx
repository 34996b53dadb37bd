import type { ReactElement } from 'react';
import type { AgreementDetails, Contract } from '../../../../../../src/domain/agreement/details';
import { AreaField, InputField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import styles from '../agreements.module.css';

interface Props {
  readonly details: AgreementDetails;
  readonly change: (part: Partial<AgreementDetails>) => void;
}

/** The contract that the agreement is annexed to (A21). */
export function ContractFields({ details: { contract }, change }: Props): ReactElement {
  const { messages } = useReader();
  const set = (part: { readonly [Name in keyof Contract]?: string }): void => {
    const said = Object.entries({ ...contract, ...part }).filter(([, text]) => text !== '');
    change({ contract: { number: '', ...Object.fromEntries(said) } });
  };
  return (
    <>
      <div className={styles['columns']}>
        <InputField
          label={messages.text('agreements.details.contractNumber')}
          value={contract?.number ?? ''}
          change={(number) => set({ number })}
          maxLength={100}
        />
        <InputField
          label={messages.text('agreements.details.contractLink')}
          type="url"
          value={contract?.link ?? ''}
          change={(link) => set({ link })}
          maxLength={500}
        />
        <InputField
          label={messages.text('agreements.details.contractValue')}
          value={contract?.value ?? ''}
          change={(value) => set({ value })}
          maxLength={200}
        />
      </div>
      <AreaField
        label={messages.text('agreements.details.paymentTerms')}
        value={contract?.paymentTerms ?? ''}
        change={(paymentTerms) => set({ paymentTerms })}
      />
    </>
  );
}
