import type { ReactElement } from 'react';
import type { MonitoringView } from '../../../../../src/contract/breaches';
import { breachKinds, parties } from '../../../../../src/domain/breach/breach';
import { AreaField, ChoiceField, InputField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { Tick } from '../../parts/tick';
import { clockNow } from '../../platform/clock';
import { zoneText } from '../../text/when';
import styles from './breaches.module.css';
import { causeName } from './breach-text';
import type { SaidDraft } from './said-draft';

interface Props {
  readonly draft: SaidDraft;
  readonly edit: (change: Partial<SaidDraft>) => void;
  readonly monitoring: MonitoringView;
  /** What was chosen before stays to be chosen, though it is retired. */
  readonly causeBefore: string | undefined;
  /** Whether it is said of several at once: what is left empty stays as it is with each. */
  readonly isMany: boolean;
  readonly mistakeAt: (path: string) => string | undefined;
}

/** The fields for what is said of a breach, or of several at once. */
export function SaidFields({ draft, edit, monitoring, isMany, mistakeAt, causeBefore }: Props): ReactElement {
  const reader = useReader();
  const { messages, zone } = reader;
  const none = messages.text(isMany ? 'breaches.said.unchanged' : 'breaches.said.none');
  const causes = monitoring.causes.filter(({ id, retired }) => !retired || id === causeBefore);
  return (
    <>
      <div className={styles['pair']}>
        <ChoiceField
          label={messages.text('breaches.said.cause')}
          value={draft.cause}
          choices={[
            { value: '', label: none },
            ...causes.map(({ id }) => ({ value: id, label: causeName(id, monitoring, messages) })),
          ]}
          change={(cause) => edit({ cause })}
          mistake={mistakeAt('cause')}
        />
        <ChoiceField
          label={messages.text('breaches.said.party')}
          value={draft.party}
          choices={[
            { value: '', label: none },
            ...parties.map((value) => ({ value, label: messages.text(`breaches.party.${value}`) })),
          ]}
          change={(party) => edit({ party })}
        />
      </div>
      <ChoiceField
        label={messages.text('breaches.said.kind')}
        value={draft.kind}
        choices={[
          ...(isMany ? [{ value: '', label: none }] : []),
          ...breachKinds.map((value) => ({ value, label: messages.text(`breaches.kind.${value}`) })),
        ]}
        change={(kind) => edit({ kind })}
      />
      <AreaField
        label={messages.text('breaches.said.explanation')}
        value={draft.explanation}
        change={(explanation) => edit({ explanation })}
        mistake={mistakeAt('explanation')}
      />
      <AreaField
        label={messages.text('breaches.said.correctiveAction')}
        value={draft.correctiveAction}
        change={(correctiveAction) => edit({ correctiveAction })}
        mistake={mistakeAt('correctiveAction')}
      />
      <Tick
        label={messages.text('breaches.said.isTold')}
        isChecked={draft.isTold}
        change={(isTold) => edit({ isTold })}
      />
      {draft.isTold && (
        <div className={styles['pair']}>
          <InputField
            type="datetime-local"
            label={messages.text('breaches.said.toldAt')}
            help={messages.text('breaches.said.toldAtHelp', { zone: zoneText(zone, clockNow(), reader) })}
            value={draft.toldAt}
            change={(toldAt) => edit({ toldAt })}
            mistake={mistakeAt('told.at')}
          />
          <InputField
            label={messages.text('breaches.said.toldHow')}
            value={draft.toldHow}
            change={(toldHow) => edit({ toldHow })}
            mistake={mistakeAt('told.how')}
          />
        </div>
      )}
    </>
  );
}
