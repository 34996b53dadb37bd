import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { CaseShown } from '../../../../../src/contract/cases';
import type { CaseIssue } from '../../../../../src/domain/agreement/saved-case';
import { useTriedCase } from '../../data/use-cases';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { CaseForm } from './case-form';
import styles from './rules.module.css';

interface Props {
  readonly issue: CaseIssue;
  /** The case that it was made from. */
  readonly opened: CaseShown | undefined;
  readonly reload: () => void;
}

/** Offers to keep a made-up issue, or what was changed of one that is kept. */
export function KeepCase({ issue, opened, reload }: Props): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const [isOpen, setIsOpen] = useState(false);
  const [kept, setKept] = useState<{ readonly id: string; readonly name: string }>();
  if (kept) {
    return (
      <Notice
        tone="success"
        action={
          <TextButton onClick={() => go('agreements', kept.id)}>
            {messages.text('case.toAgreement')}
          </TextButton>
        }
      >
        {messages.text('case.kept', { agreement: kept.name })}
      </Notice>
    );
  }
  if (!isOpen) {
    return (
      <div>
        <Button onClick={() => setIsOpen(true)}>
          {opened ? messages.text('case.change', { name: opened.doc.name }) : messages.text('case.keep')}
        </Button>
      </div>
    );
  }
  return (
    <Judged issue={issue} opened={opened} reload={reload} kept={setKept} close={() => setIsOpen(false)} />
  );
}

interface JudgedProps extends Props {
  readonly kept: (agreement: { readonly id: string; readonly name: string }) => void;
  readonly close: () => void;
}

/** Asks first what the agreements make of it, since that is what is mostly expected. */
function Judged(props: JudgedProps): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useTriedCase(props.issue);
  if (error) return <FailureNotice error={error} retry={() => void refetch()} />;
  if (!data) return <DefinitionsSkeleton label={messages.text('case.judging')} />;
  if (data.length === 0) return <Notice tone="warning">{messages.text('case.noAgreement')}</Notice>;
  return (
    <section className={styles['form']} aria-labelledby="keep-case">
      <h3 id="keep-case" className="subheading">
        {messages.text('case.keeping')}
      </h3>
      <p>{messages.text('case.keepingIntro')}</p>
      <CaseForm {...props} tried={data} />
    </section>
  );
}
