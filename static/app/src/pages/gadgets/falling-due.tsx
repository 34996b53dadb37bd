import type { ReactElement } from 'react';
import type { FallingDue } from '../../../../../src/contract/gadgets';
import { elapsedBetween } from '../../../../../src/domain/time/instant';
import type { FallingKind } from '../../../../../src/domain/report/falling';
import { useFallingDue } from '../../data/use-gadget';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { TextButton } from '../../parts/text-button';
import { useNow } from '../../parts/use-now';
import { goToProjectPage } from '../../platform/projects';
import { wallSpanText } from '../board/due-said';
import { IMPROVEMENT, ONE } from '../improvement/improvement-address';
import { addressOfPart } from '../reviews/reviews-address';
import { GadgetFrame, type ShownProps } from './gadget-frame';

/** What falls due in the next days: terms of agreements that end, versions that begin, actions, reviews and service reports. */
export function FallingDueList({ project, settings: { days } }: ShownProps): ReactElement {
  const { messages } = useReader();
  const { data, error, refetch } = useFallingDue({ project: project.id, days });
  return (
    <GadgetFrame
      project={project}
      scope={[messages.text('gadgets.daysAhead', { days })]}
      answer={data}
      error={error}
      retry={() => void refetch()}
      more={{ text: messages.text('gadgets.more.project'), parts: [] }}
    >
      {data && data.items.length > 0 && (
        <Items items={data.items} open={(parts) => void goToProjectPage(project.key, parts)} />
      )}
      {data?.items.length === 0 && <p>{messages.text('gadgets.falling.nothing', { days })}</p>}
    </GadgetFrame>
  );
}

interface Props extends Pick<FallingDue, 'items'> {
  readonly open: (parts: readonly string[]) => void;
}

/** Where each is looked after; agreements are in the settings of the project, which few may open. */
const leadsTo: Readonly<Partial<Record<FallingKind, (id: string) => readonly string[]>>> = {
  action: (id) => [IMPROVEMENT, ONE, id],
  review: () => addressOfPart.reviews,
  'service-report': () => addressOfPart.reports,
};

function Items({ items, open }: Props): ReactElement {
  const { messages } = useReader();
  const now = useNow();
  return (
    <Table label={messages.text('gadgets.falling.table')}>
      <thead>
        <tr>
          <th scope="col">{messages.text('gadgets.falling.what')}</th>
          <th scope="col">{messages.text('gadgets.falling.when')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ kind, id, name, at, version = 0 }) => {
          const to = leadsTo[kind];
          const isOver = at <= now;
          const span = wallSpanText(isOver ? elapsedBetween(at, now) : elapsedBetween(now, at), messages);
          return (
            <tr key={`${kind} ${id} ${version}`}>
              <th scope="row">
                {to ? <TextButton onClick={() => open(to(id))}>{name}</TextButton> : name}
                <div className="note">
                  {messages.text(`gadgets.falling.kind.${kind}`, { version, isOver: String(isOver) })}
                </div>
              </th>
              <td>
                <Moment at={at} calendarZone={undefined} now={now} />
                <div className="note">
                  {messages.text(isOver ? 'gadgets.falling.ago' : 'gadgets.falling.in', { span })}
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
