import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import { useReader } from './reader-context';

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
} as const satisfies Readonly<Record<string, ComponentProps<typeof Lozenge>['appearance']>>;

/** What a lozenge says about a cycle of a timer. */
export type State = keyof typeof appearances;

export function StateLozenge({ state }: { readonly state: State }): ReactElement {
  const { messages } = useReader();
  return <Lozenge appearance={appearances[state]}>{messages.text(`timer.state.${state}`)}</Lozenge>;
}
