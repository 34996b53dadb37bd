import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { CatalogueView } from '../../../../../../src/contract/catalogue';
import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import type { ProjectShape } from '../../../../../../src/domain/agreement/project-shape';
import type { Service } from '../../../../../../src/domain/catalogue/service';
import { useCatalogue, useReadServices } from '../../../data/use-catalogue';
import { FailureNotice } from '../../../parts/failure-notice';
import { ChoiceField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import styles from '../agreements.module.css';
import { saysTargets, withServices, withTier } from './chosen-services';

interface Props {
  readonly text: AgreementDraft;
  readonly change: (text: AgreementDraft) => void;
  readonly shape: ProjectShape;
}

/** What of the catalogue an agreement covers: its services say which issues it is about, and what their tiers promise (A14). */
export function ServicesPart({ text, change, shape }: Props): ReactElement | null {
  const { messages } = useReader();
  const catalogue = useCatalogue();
  const reading = useReadServices();
  const [wanted, setWanted] = useState('');
  const [filled, setFilled] = useState<Service>();
  const named = text.services ?? [];
  const services = catalogue.data?.services ?? [];
  if (catalogue.data && services.length === 0 && named.length === 0) return null;

  const cover = (ids: readonly string[]): void =>
    reading.mutate(ids, {
      onSuccess: (chosen) => {
        change(withServices(text, chosen, shape));
        setFilled(chosen.find(({ record }) => record.id === ids.at(-1) && saysTargets(record))?.record);
        setWanted('');
      },
    });
  const ids = named.map(({ id }) => id);
  const offered = services.filter(({ id, state }) => state === 'published' && !ids.includes(id));
  const isNewer = named.some(({ id, revision }) => revision < revisionOf(services, id));
  return (
    <section className={styles['part']} aria-labelledby="agreement-services">
      <h3 id="agreement-services" className="subheading">
        {messages.text('agreements.services.title')}
      </h3>
      <p className="note">{messages.text('agreements.services.note')}</p>
      {catalogue.error && <FailureNotice error={catalogue.error} retry={() => void catalogue.refetch()} />}
      {named.length > 0 && (
        <ul className={styles['chosen']}>
          {named.map(({ id }) => {
            const service = services.find((each) => each.id === id);
            const name = service?.name ?? id;
            return (
              <li key={id}>
                {name}{' '}
                {service && !service.isMapped && (
                  <span className="note">{messages.text('agreements.services.unmapped')} </span>
                )}
                <TextButton
                  disabled={reading.isPending}
                  aria-label={messages.text('agreements.services.removeNamed', { name })}
                  onClick={() => cover(ids.filter((each) => each !== id))}
                >
                  {messages.text('agreements.services.remove')}
                </TextButton>
              </li>
            );
          })}
        </ul>
      )}
      {isNewer && (
        <p>
          {messages.text('agreements.services.changed')}{' '}
          <TextButton disabled={reading.isPending} onClick={() => cover(ids)}>
            {messages.text('agreements.services.takeOver')}
          </TextButton>
        </p>
      )}
      {reading.error && <FailureNotice error={reading.error} retry={() => cover(reading.variables)} />}
      {offered.length > 0 && (
        <div className={styles['adding']}>
          <ChoiceField
            label={messages.text('agreements.services.add')}
            value={wanted}
            choices={[
              { value: '', label: messages.text('agreements.services.choose') },
              ...offered.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            change={setWanted}
          />
          <Button
            isDisabled={wanted === ''}
            isLoading={reading.isPending}
            onClick={() => cover([...ids, wanted])}
          >
            {messages.text('agreements.services.addButton')}
          </Button>
        </div>
      )}
      {filled?.strengthTier && (
        <p role="status">
          {messages.text('agreements.services.tier', { name: filled.name, tier: filled.strengthTier })}{' '}
          <TextButton
            onClick={() => {
              change(withTier(text, filled, shape));
              setFilled(undefined);
            }}
          >
            {messages.text('agreements.services.fillIn')}
          </TextButton>
        </p>
      )}
    </section>
  );
}

const revisionOf = (services: CatalogueView['services'], id: string): number =>
  services.find((each) => each.id === id)?.revision ?? 0;
