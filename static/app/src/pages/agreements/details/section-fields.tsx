import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import {
  sectionKinds,
  type AgreementDetails,
  type Section,
  type SectionKind,
} from '../../../../../../src/domain/agreement/details';
import { AreaField, ChoiceField } from '../../../parts/field';
import { useReader } from '../../../parts/reader-context';
import { TextButton } from '../../../parts/text-button';
import styles from '../agreements.module.css';

interface Props {
  readonly details: AgreementDetails;
  readonly change: (part: Partial<AgreementDetails>) => void;
}

/** The clauses that somebody wanted, each once, in the order in which agreements have them (A2). */
export function SectionFields({ details: { sections = [] }, change }: Props): ReactElement {
  const { messages } = useReader();
  const [kind, setKind] = useState<SectionKind>();
  const offered = sectionKinds.filter((each) => !sections.some((section) => section.kind === each));
  const [first] = offered;
  const chosen = kind && offered.includes(kind) ? kind : first;
  const put = (next: readonly Section[]): void =>
    change({
      sections: [...next].sort((a, b) => sectionKinds.indexOf(a.kind) - sectionKinds.indexOf(b.kind)),
    });
  return (
    <>
      {sections.map((section) => {
        const label = messages.text(`agreements.section.${section.kind}`);
        return (
          <div key={section.kind}>
            <AreaField
              label={label}
              value={section.text}
              change={(text) => put(sections.map((each) => (each === section ? { ...section, text } : each)))}
            />
            <TextButton
              aria-label={messages.text('agreements.details.removeSection', { name: label })}
              onClick={() => put(sections.filter((each) => each !== section))}
            >
              {messages.text('agreements.services.remove')}
            </TextButton>
          </div>
        );
      })}
      {chosen && (
        <div className={styles['adding']}>
          <ChoiceField
            label={messages.text('agreements.details.addSection')}
            value={chosen}
            choices={offered.map((value) => ({
              value,
              label: messages.text(`agreements.section.${value}`),
            }))}
            change={(value) => setKind(value as SectionKind)}
          />
          <Button onClick={() => put([...sections, { kind: chosen, text: '' }])}>
            {messages.text('agreements.details.addSectionButton')}
          </Button>
        </div>
      )}
    </>
  );
}
