import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { AgreementExplanation } from '../../../../../../src/contract/explanation';
import type { Instant } from '../../../../../../src/domain/time/instant';
import { useReader } from '../../../parts/reader-context';
import { Saying } from '../../../parts/saying';
import { conditionText } from '../../../text/condition-text';
import { factsText, type IssueNames } from '../../../text/fact-text';
import styles from './why.module.css';

const appearances = {
  applies: 'success',
  suspended: 'warning',
  'not-yet': 'neutral',
  ended: 'neutral',
  'other-issues': 'neutral',
  outranked: 'neutral',
} as const satisfies Record<
  AgreementExplanation['applies']['kind'],
  ComponentProps<typeof Lozenge>['appearance']
>;

interface Props {
  readonly agreements: readonly AgreementExplanation[];
  readonly names: IssueNames;
  readonly now: Instant;
  /** Of the heading above them. */
  readonly level: 'h3' | 'h4';
}

/** The agreements of the project in the order in which they are tried, and why each does or does not apply (T13). */
export function AgreementsTried({ agreements, names, now, level: Heading }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <section className={styles['tried']}>
      <Heading className="label">{messages.text('why.agreements')}</Heading>
      <ol className={styles['list']}>
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <span className={styles['head']}>
              <span className={styles['name']}>{agreement.name}</span>
              <Lozenge appearance={appearances[agreement.applies.kind]}>
                {messages.text(`why.applies.${agreement.applies.kind}`)}
              </Lozenge>
            </span>
            <Reason agreement={agreement} names={names} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ReasonProps {
  readonly agreement: AgreementExplanation;
  readonly names: IssueNames;
  readonly now: Instant;
}

function Reason({ agreement: { applies, scope }, names, now }: ReasonProps): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const at = (instant: Instant) => ({ at: instant, calendarZone: undefined });
  const said = (): ReactElement | string => {
    switch (applies.kind) {
      case 'applies':
        return messages.text(`why.scope.${scope}`);
      case 'outranked':
        return messages.text('why.outranked', { scope: messages.text(`why.scope.${scope}`), by: applies.by });
      case 'other-issues':
        return messages.text('why.onlyIf', { condition: conditionText(applies.condition, reader) });
      case 'not-yet':
        return <Saying of={{ key: 'why.notYet', values: { from: at(applies.from) } }} now={now} />;
      case 'ended':
        return <Saying of={{ key: 'why.ended', values: { at: at(applies.at) } }} now={now} />;
      case 'suspended': {
        const values = { since: at(applies.since), reason: applies.reason };
        return <Saying of={{ key: 'why.suspended', values }} now={now} />;
      }
    }
  };
  return (
    <div className={styles['reason']}>
      <p>{said()}</p>
      {applies.kind === 'other-issues' && (
        <p>{messages.text('why.here', { facts: factsText(applies.unmet, names, reader) })}</p>
      )}
    </div>
  );
}
