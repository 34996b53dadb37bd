import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import { useReader } from '../../parts/reader-context';
import type { State } from './timer-view';

const appearances = {
  running: 'information',
  'at-risk': 'warning',
  paused: 'neutral',
  suspended: 'neutral',
  'out-of-hours': 'neutral',
  met: 'success',
  breached: 'danger',
  cancelled: 'neutral',
  reset: 'neutral',
  unknown: 'discovery',
  'no-promise': 'neutral',
} as const satisfies Record<State, ComponentProps<typeof Lozenge>['appearance']>;

export function StateLozenge({ state }: { readonly state: State }): ReactElement {
  const { messages } = useReader();
  return <Lozenge appearance={appearances[state]}>{messages.text(`timer.state.${state}`)}</Lozenge>;
}
