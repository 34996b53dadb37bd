import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactElement } from 'react';
import type { ImportReviewView } from '../../../../../src/contract/transfer';
import { recordKey, type ComparedRecord, type RecordKey } from '../../../../../src/domain/transfer/compared';
import { ChoiceField } from '../../parts/field';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import type { Messages } from '../../text/messages';
import { ProblemList } from '../project-settings/problem-list';
import styles from './transfer.module.css';

interface Props {
  readonly review: ImportReviewView;
  readonly kept: ReadonlySet<RecordKey>;
  readonly keep: (kept: ReadonlySet<RecordKey>) => void;
  readonly isBusy: boolean;
  readonly submit: () => void;
}

/** What a file would change; for each record that is here otherwise, which of the two is to hold. */
export function Review({ review, kept, keep, isBusy, submit }: Props): ReactElement {
  const { messages } = useReader();
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    part.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { compared, warnings } = review;
  const listed = compared.filter(({ what }) => what !== 'same');
  const conflicts = listed.filter(({ what }) => what === 'changed').map(recordKey);
  const left = listed.filter((record) => !kept.has(recordKey(record)));
  const counts = {
    added: listed.length - conflicts.length,
    changed: conflicts.length,
    same: compared.length - listed.length,
  };
  return (
    <div
      ref={part}
      className={`${styles['section']} ${styles['review']}`}
      role="group"
      aria-labelledby="review"
    >
      <h3 id="review" className="subheading">
        {messages.text('transfer.review.title')}
      </h3>
      <p>{messages.text('transfer.review.counts', counts)}</p>
      {listed.length > 0 && (
        <>
          {conflicts.length > 1 && (
            <div className="links">
              <TextButton onClick={() => keep(new Set())}>
                {messages.text('transfer.review.takeAll')}
              </TextButton>
              <TextButton onClick={() => keep(new Set(conflicts))}>
                {messages.text('transfer.review.keepAll')}
              </TextButton>
            </div>
          )}
          <Table label={messages.text('transfer.review.title')}>
            <thead>
              <tr>
                <th scope="col">{messages.text('transfer.review.record')}</th>
                <th scope="col">{messages.text('transfer.review.kind')}</th>
                <th scope="col">{messages.text('transfer.review.what')}</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((record) => (
                <tr key={recordKey(record)}>
                  <th scope="row">
                    {nameText(record, messages)} <span className="note">{record.id}</span>
                  </th>
                  <td>{messages.text(`transfer.kind.${record.kind}`)}</td>
                  <td>
                    <What record={record} kept={kept} keep={keep} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </>
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" title={messages.text('transfer.import.warnings', { count: warnings.length })}>
          <ProblemList problems={warnings} />
        </Notice>
      )}
      {left.length > 0 && (
        <div>
          <Button appearance="primary" onClick={submit} isLoading={isBusy}>
            {messages.text('transfer.import.submit', { count: left.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** There is one record of each of these, and its kind says what it is. */
function nameText({ kind, name }: ComparedRecord, messages: Messages): string {
  if (kind === 'defaults') return messages.text('defaults.title');
  if (kind === 'reporting') return messages.text('reporting.title');
  if (kind === 'scope-text') return messages.text('scope.setting.title');
  return kind === 'monitoring' ? messages.text('breaches.causes.title') : name;
}

type WhatProps = Pick<Props, 'kept' | 'keep'> & { readonly record: ComparedRecord };

function What({ record, kept, keep }: WhatProps): ReactElement {
  const { messages } = useReader();
  const key = recordKey(record);
  if (record.what === 'new') return <>{messages.text('transfer.review.new')}</>;
  const choose = (choice: string): void => {
    const next = new Set(kept);
    if (choice === 'keep') next.add(key);
    else next.delete(key);
    keep(next);
  };
  return (
    <ChoiceField
      label={messages.text('transfer.review.choice', { name: nameText(record, messages) })}
      isLabelHidden
      value={kept.has(key) ? 'keep' : 'take'}
      choices={(['take', 'keep'] as const).map((value) => ({
        value,
        label: messages.text(`transfer.review.${value}`),
      }))}
      change={choose}
    />
  );
}
