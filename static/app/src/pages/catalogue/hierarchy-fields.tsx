import type { ReactElement } from 'react';
import type { ListedService } from '../../../../../src/contract/catalogue';
import { carriedBy } from '../../../../../src/domain/catalogue/hierarchy';
import { ChoiceField } from '../../parts/field';
import { useReader } from '../../parts/reader-context';
import { TextButton } from '../../parts/text-button';
import styles from './catalogue.module.css';
import type { FieldsProps } from './service-fields';

interface Props extends FieldsProps {
  readonly others: readonly ListedService[];
}

/** What a service rests on, and what rests on it. */
export function HierarchyFields({ draft, set, mistakeAt, others }: Props): ReactElement {
  const { messages, locale } = useReader();
  const { restsOn } = draft;
  const offered = others.filter(({ id, state }) => state !== 'retired' && !restsOn.includes(id));
  const carried = carriedBy(draft.id, others);
  const carriedNames = others.filter(({ id }) => carried.has(id)).map(({ name }) => name);
  const mistake = mistakeAt('doc.restsOn');
  return (
    <div className={styles['stack']} data-field="doc.restsOn" data-mistake={mistake}>
      <p className="note">{messages.text('service.restsOn.note')}</p>
      {restsOn.length === 0 ? (
        <p>{messages.text('service.restsOn.nothing')}</p>
      ) : (
        <ul className={styles['list']}>
          {restsOn.map((id) => {
            const name = others.find((each) => each.id === id)?.name ?? id;
            return (
              <li key={id} className={styles['chosen']}>
                {name}
                <TextButton onClick={() => set({ restsOn: restsOn.filter((each) => each !== id) })}>
                  {messages.text('service.restsOn.remove', { name })}
                </TextButton>
              </li>
            );
          })}
        </ul>
      )}
      <div className={styles['narrow']}>
        <ChoiceField
          label={messages.text('service.restsOn.add')}
          value=""
          change={(id) => id && set({ restsOn: [...restsOn, id] })}
          choices={[
            { value: '', label: messages.text('service.restsOn.choose') },
            ...offered.map(({ id, name, kind }) => ({
              value: id,
              label: messages.text('service.restsOn.option', {
                name,
                kind: messages.text(`service.kind.${kind}`),
              }),
            })),
          ]}
          mistake={mistake}
        />
      </div>
      {carriedNames.length > 0 && (
        <p>
          {messages.text('service.restsOn.carries', {
            names: new Intl.ListFormat(locale).format(carriedNames),
          })}
        </p>
      )}
    </div>
  );
}
