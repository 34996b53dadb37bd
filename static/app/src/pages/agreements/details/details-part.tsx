import { useState, type ReactElement } from 'react';
import {
  agreementRoles,
  type AgreementDetails,
  type AgreementRole,
} from '../../../../../../src/domain/agreement/details';
import type { AgreementDraft } from '../../../../../../src/domain/agreement/draft';
import { Disclosure } from '../../../parts/disclosure';
import { PersonField } from '../../../parts/person-field';
import { useReader } from '../../../parts/reader-context';
import styles from '../agreements.module.css';
import { ContractFields } from './contract-fields';
import { PartyFields } from './party-fields';
import { PlanFields } from './plan-fields';
import { ReviewFields } from './review-fields';
import { SectionFields } from './section-fields';
import { withPart } from './with-part';

interface Props {
  readonly text: AgreementDraft;
  readonly change: (text: AgreementDraft) => void;
}

const groups = ['parties', 'roles', 'sections', 'reviews', 'contract', 'plan'] as const;
type Group = (typeof groups)[number];

/** What an agreement says beside what is timed, each part closed until it is wanted (A2, P9, A19, A21). */
export function DetailsPart({ text, change }: Props): ReactElement {
  const { messages } = useReader();
  const { details = {} } = text;
  const set = (part: Partial<AgreementDetails>): void => change(withPart(text, part));
  const fieldsOf: Readonly<Record<Group, () => ReactElement>> = {
    parties: () => <PartyFields details={details} change={set} />,
    roles: () => <RoleFields details={details} change={set} />,
    sections: () => <SectionFields details={details} change={set} />,
    reviews: () => <ReviewFields details={details} change={set} />,
    contract: () => <ContractFields details={details} change={set} />,
    plan: () => <PlanFields details={details} change={set} />,
  };
  const [opened] = useState(() => groups.filter((group) => details[group] !== undefined));
  return (
    <section className={styles['part']} aria-labelledby="agreement-details">
      <h3 id="agreement-details" className="subheading">
        {messages.text('agreements.details.title')}
      </h3>
      <p className="note">{messages.text('agreements.details.note')}</p>
      {groups.map((group) => (
        <Disclosure
          key={group}
          summary={messages.text(`agreements.details.${group}`)}
          open={opened.includes(group) || undefined}
        >
          <div className={styles['inner']}>{fieldsOf[group]()}</div>
        </Disclosure>
      ))}
    </section>
  );
}

interface FieldsProps {
  readonly details: AgreementDetails;
  readonly change: (part: Partial<AgreementDetails>) => void;
}

/** Who does what for it on our side. */
function RoleFields({ details: { roles = {} }, change }: FieldsProps): ReactElement {
  const { messages } = useReader();
  const set = (role: AgreementRole, account: string): void => {
    const { [role]: _before, ...others } = roles;
    change({ roles: account ? { ...others, [role]: account } : others });
  };
  return (
    <div className={styles['columns']}>
      {agreementRoles.map((role) => (
        <PersonField
          key={role}
          label={messages.text(`agreements.role.${role}`)}
          account={roles[role] ?? ''}
          change={(account) => set(role, account)}
        />
      ))}
    </div>
  );
}
