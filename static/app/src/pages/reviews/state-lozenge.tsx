import Lozenge from '@atlaskit/lozenge/lozenge';
import type { ComponentProps, ReactElement } from 'react';
import type { ReportRowView, ReviewRowView } from '../../../../../src/contract/reviews';
import { useReader } from '../../parts/reader-context';

type State = ReviewRowView['state'] | ReportRowView['state'];

const appearances = {
  due: 'neutral',
  prepared: 'information',
  held: 'information',
  confirmed: 'information',
  closed: 'success',
  issued: 'success',
} as const satisfies Readonly<Record<State, ComponentProps<typeof Lozenge>['appearance']>>;

interface Props {
  readonly state: State;
  readonly isLate: boolean;
}

/** How a review or a service report stands, and that it is late. */
export function ReviewLozenge({ state, isLate }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <>
      <Lozenge appearance={appearances[state]}>{messages.text(`reviews.state.${state}`)}</Lozenge>
      {isLate && (
        <>
          {' '}
          <Lozenge appearance="danger">{messages.text('reviews.late')}</Lozenge>
        </>
      )}
    </>
  );
}
