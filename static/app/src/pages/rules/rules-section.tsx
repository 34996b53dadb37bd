import type { ReactElement } from 'react';
import { useCases } from '../../data/use-cases';
import { useAddress } from '../../parts/address';
import { FailureNotice } from '../../parts/failure-notice';
import { Notice } from '../../parts/notice';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import { DefinitionsSkeleton } from '../project-settings/definitions-skeleton';
import { RulesForm } from './rules-form';
import styles from './rules.module.css';

/** Which agreement, goal and calendar win for an issue, be it made up, and for every rule above them why not. */
export function RulesSection(): ReactElement {
  const { messages } = useReader();
  const [, agreement, id] = useAddress().parts;
  return (
    <section className={styles['section']} aria-labelledby="rules">
      <h2 id="rules" className="heading">
        {messages.text('rules.title')}
      </h2>
      <p>{messages.text('rules.intro')}</p>
      {agreement === undefined || id === undefined ? (
        <RulesForm opened={undefined} reload={() => undefined} />
      ) : (
        <OpenedCase key={id} agreement={agreement} id={id} />
      )}
    </section>
  );
}

interface OpenedProps {
  readonly agreement: string;
  readonly id: string;
}

/** A case that is kept, to be looked at again. */
function OpenedCase({ agreement, id }: OpenedProps): ReactElement {
  const { messages } = useReader();
  const { go } = useAddress();
  const { data, error, refetch } = useCases(agreement);
  const opened = data?.cases.find(({ doc }) => doc.id === id);
  return (
    <>
      <div>
        <TextButton onClick={() => go('agreements', agreement)}>
          {messages.text('agreements.backToOne')}
        </TextButton>
      </div>
      {error && (
        <FailureNotice error={error} retry={() => void refetch()} title={messages.text('case.failed')} />
      )}
      {!data && !error && <DefinitionsSkeleton label={messages.text('case.loading')} />}
      {data && !opened && <Notice tone="warning">{messages.text('case.gone')}</Notice>}
      {opened && (
        <>
          <h3 className="subheading">{opened.doc.name}</h3>
          <RulesForm opened={opened} reload={() => void refetch()} />
        </>
      )}
    </>
  );
}
