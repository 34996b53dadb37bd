import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { ComplaintState } from '../../../../../src/domain/complaint/complaint';
import { useReader } from '../../parts/reader-context';

const appearances = {
  open: 'information',
  answered: 'discovery',
  closed: 'success',
  withdrawn: 'neutral',
} as const satisfies Readonly<Record<ComplaintState, ComponentProps<typeof Lozenge>['appearance']>>;

/** How a complaint stands. */
export function ComplaintLozenge({ state }: { readonly state: ComplaintState }): ReactElement {
  const { messages } = useReader();
  return <Lozenge appearance={appearances[state]}>{messages.text(`complaints.state.${state}`)}</Lozenge>;
}
