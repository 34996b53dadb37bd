import type { ReactElement } from 'react';
import { criticalities, serviceCategories } from '../../../../../src/domain/catalogue/service';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { PersonField } from '../../parts/person-field';
import { useReader } from '../../parts/reader-context';
import styles from './catalogue.module.css';
import type { FieldsProps } from './service-fields';
import type { ServiceForm } from './service-form-model';

/** Who answers for a service, whom it serves, and what it means for their business. */
export function PeopleFields({ draft, set, mistakeAt }: FieldsProps): ReactElement {
  const { messages } = useReader();
  const unset = { value: '', label: messages.text('service.unset') };
  return (
    <>
      <div data-field="doc.owner" className={styles['narrow']}>
        <PersonField
          label={messages.text('service.field.owner')}
          account={draft.owner}
          change={(owner) => set({ owner })}
          mistake={mistakeAt('doc.owner')}
        />
      </div>
      <div data-field="doc.customers" className={styles['narrow']}>
        <AreaField
          label={messages.text('service.field.customers')}
          value={draft.customers}
          change={(customers) => set({ customers })}
          help={messages.text('service.help.customers')}
          mistake={mistakeAt('doc.customers')}
        />
      </div>
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('service.field.category')}
          value={draft.category}
          change={(category) => set({ category: category as ServiceForm['category'] })}
          choices={[
            unset,
            ...serviceCategories.map((value) => ({
              value,
              label: messages.text(`service.category.${value}`),
            })),
          ]}
        />
        <ChoiceField
          label={messages.text('service.field.criticality')}
          value={draft.criticality}
          change={(criticality) => set({ criticality: criticality as ServiceForm['criticality'] })}
          choices={[
            unset,
            ...criticalities.map((value) => ({
              value,
              label: messages.text(`service.criticality.${value}`),
            })),
          ]}
        />
      </div>
      <div data-field="doc.process" className={styles['narrow']}>
        <InputField
          label={messages.text('service.field.process')}
          value={draft.process}
          change={(process) => set({ process })}
          help={messages.text('service.help.process')}
          mistake={mistakeAt('doc.process')}
        />
      </div>
    </>
  );
}
