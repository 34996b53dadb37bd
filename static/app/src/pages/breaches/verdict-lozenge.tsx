import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { ExceptionState } from '../../../../../src/domain/breach/exception';
import type { ReportedVerdict } from '../../../../../src/domain/timer/reported';
import { useReader } from '../../parts/reader-context';

type Appearance = ComponentProps<typeof Lozenge>['appearance'];

const verdictAppearances = {
  open: 'information',
  met: 'success',
  breached: 'danger',
  unknown: 'discovery',
  'no-promise': 'neutral',
  none: 'neutral',
  excluded: 'neutral',
} as const satisfies Readonly<Record<ReportedVerdict, Appearance>>;

/** What was measured of a cycle, or what is reported of it. */
export function VerdictLozenge({ verdict }: { readonly verdict: ReportedVerdict }): ReactElement {
  const { messages } = useReader();
  return (
    <Lozenge appearance={verdictAppearances[verdict]}>{messages.text(`breaches.verdict.${verdict}`)}</Lozenge>
  );
}

const stateAppearances = {
  asked: 'information',
  approved: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  revoked: 'neutral',
} as const satisfies Readonly<Record<ExceptionState, Appearance>>;

/** How an exclusion or extension stands. */
export function ExceptionLozenge({ state }: { readonly state: ExceptionState }): ReactElement {
  const { messages } = useReader();
  return <Lozenge appearance={stateAppearances[state]}>{messages.text(`breaches.state.${state}`)}</Lozenge>;
}
