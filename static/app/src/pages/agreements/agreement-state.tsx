import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { AgreementState } from '../../../../../src/domain/agreement/life';
import { useReader } from '../../parts/reader-context';

const appearances = {
  requirement: 'neutral',
  draft: 'neutral',
  'in-negotiation': 'information',
  'awaiting-signature': 'information',
  signed: 'information',
  scheduled: 'information',
  'in-force': 'success',
  suspended: 'warning',
  expiring: 'warning',
  expired: 'danger',
  terminated: 'neutral',
  archived: 'neutral',
} as const satisfies Record<AgreementState, ComponentProps<typeof Lozenge>['appearance']>;

/** How an agreement stands in its life. */
export function AgreementStateLozenge({ state }: { readonly state: AgreementState }): ReactElement {
  const { messages } = useReader();
  return <Lozenge appearance={appearances[state]}>{messages.text(`agreements.state.${state}`)}</Lozenge>;
}
