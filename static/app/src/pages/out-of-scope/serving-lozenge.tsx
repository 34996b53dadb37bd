import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { ServingState } from '../../../../../src/domain/out-of-scope/out-of-scope';
import { useReader } from '../../parts/reader-context';

const appearances = {
  found: 'neutral',
  asked: 'information',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
} as const satisfies Readonly<Record<ServingState, ComponentProps<typeof Lozenge>['appearance']>>;

/** How a request stands to serve an issue that no agreement covers. */
export function ServingLozenge({ state }: { readonly state: ServingState }): ReactElement {
  const { messages } = useReader();
  return <Lozenge appearance={appearances[state]}>{messages.text(`scope.state.${state}`)}</Lozenge>;
}
