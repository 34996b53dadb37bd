import type { ReactElement, ReactNode } from 'react';
import type { CalendarsView } from '../../../../../src/contract/calendars';
import type { ListedService } from '../../../../../src/contract/catalogue';
import { serviceKinds, serviceStates, type ServiceState } from '../../../../../src/domain/catalogue/service';
import { statesAfter } from '../../../../../src/domain/catalogue/service-rules';
import { Disclosure } from '../../parts/disclosure';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import styles from './catalogue.module.css';
import { DeliveryFields } from './delivery-fields';
import { HierarchyFields } from './hierarchy-fields';
import { LevelFields } from './level-fields';
import { MappingFields } from './mapping-fields';
import { PeopleFields } from './people-fields';
import { formGroups, type FormGroup, type ServiceForm } from './service-form-model';

/** What every part of the form gets. */
export interface FieldsProps {
  readonly draft: ServiceForm;
  readonly set: (part: Partial<ServiceForm>) => void;
  /** What is wrong with a field, such as `doc.name`. */
  readonly mistakeAt: (field: string) => string | undefined;
}

interface Props extends Pick<FieldsProps, 'draft' | 'mistakeAt'> {
  readonly change: (draft: ServiceForm) => void;
  /** The state in which it is kept; undefined for a new service. */
  readonly before: ServiceState | undefined;
  readonly others: readonly ListedService[];
  readonly calendars: CalendarsView['calendars'];
  readonly open: ReadonlySet<FormGroup>;
  readonly toggle: (group: FormGroup, isOpen: boolean) => void;
}

/** All that a service says: the little that everybody fills in, and groups that open when they are wanted. */
export function ServiceFields(props: Props): ReactElement {
  const { draft, change, before, others, calendars, open, toggle, mistakeAt } = props;
  const { messages } = useReader();
  const set = (part: Partial<ServiceForm>): void => change({ ...draft, ...part });
  const fields = { draft, set, mistakeAt };
  const groups: Readonly<Record<FormGroup, ReactNode>> = {
    level: <LevelFields {...fields} calendars={calendars} />,
    people: <PeopleFields {...fields} />,
    mapping: <MappingFields {...fields} />,
    hierarchy: <HierarchyFields {...fields} others={others} />,
    delivery: <DeliveryFields {...fields} />,
  };
  const next = statesAfter(before);
  return (
    <>
      <div data-field="doc.name" className={styles['narrow']}>
        <InputField
          label={messages.text('service.field.name')}
          value={draft.name}
          change={(name) => set({ name })}
          autoComplete="off"
          mistake={mistakeAt('doc.name')}
        />
      </div>
      <div data-field="doc.summary" className={styles['narrow']}>
        <AreaField
          label={messages.text('service.field.summary')}
          value={draft.summary}
          change={(summary) => set({ summary })}
          help={messages.text('service.help.summary')}
          mistake={mistakeAt('doc.summary')}
        />
      </div>
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('service.field.kind')}
          value={draft.kind}
          change={(kind) => set({ kind: kind as ServiceForm['kind'] })}
          choices={serviceKinds.map((value) => ({ value, label: messages.text(`service.kind.${value}`) }))}
        />
        <ChoiceField
          label={messages.text('service.field.state')}
          value={draft.state}
          change={(state) => set({ state: state as ServiceForm['state'] })}
          choices={serviceStates
            .filter((state) => next.includes(state))
            .map((value) => ({ value, label: messages.text(`service.state.${value}`) }))}
          help={messages.text('service.help.state')}
          mistake={mistakeAt('doc.state')}
        />
      </div>
      <div className={styles['groups']}>
        {(Object.keys(formGroups) as FormGroup[]).map((group) => (
          <Disclosure
            key={group}
            summary={messages.text(`service.group.${group}`)}
            open={open.has(group)}
            onToggle={({ currentTarget }) => {
              if (currentTarget.open !== open.has(group)) toggle(group, currentTarget.open);
            }}
          >
            <div className={styles['inside']}>{groups[group]}</div>
          </Disclosure>
        ))}
      </div>
    </>
  );
}
