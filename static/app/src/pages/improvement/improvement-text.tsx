import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { PlanAgreement } from '../../../../../src/contract/improvement';
import type { ImprovementAction, ImprovementState } from '../../../../../src/domain/improvement/improvement';
import { useReader } from '../../parts/reader-context';
import type { Messages } from '../../text/messages';

const appearances = {
  open: 'information',
  done: 'discovery',
  effective: 'success',
  ineffective: 'danger',
  dropped: 'neutral',
} as const satisfies Readonly<Record<ImprovementState, ComponentProps<typeof Lozenge>['appearance']>>;

/** How an action stands. */
export function ActionLozenge({ state }: { readonly state: ImprovementState }): ReactElement {
  const { messages } = useReader();
  return <Lozenge appearance={appearances[state]}>{messages.text(`improvement.state.${state}`)}</Lozenge>;
}

/** The target that an action should raise, in words; undefined where it names none. */
export function targetText(
  { agreement: id, metric }: Pick<ImprovementAction, 'agreement' | 'metric'>,
  agreements: readonly PlanAgreement[],
  messages: Messages,
): string | undefined {
  if (id === undefined) return undefined;
  const agreement = agreements.find((each) => each.id === id);
  const name = agreement?.name ?? id;
  const target = agreement && metric !== undefined ? metricText(metric, agreement, messages) : metric;
  return target === undefined ? name : messages.text('improvement.targetOf', { target, agreement: name });
}

/** What a target is called: by its kind, and by its id too where the agreement has several of that kind. */
export function metricText(id: string, { metrics }: PlanAgreement, messages: Messages): string {
  const metric = metrics.find((each) => each.id === id);
  if (!metric) return id;
  const timer = messages.text(`timer.kind.${metric.kind}`);
  const isAlone = metrics.filter(({ kind }) => kind === metric.kind).length === 1;
  return isAlone ? timer : messages.text('reports.timerNamed', { timer, metric: id });
}
