import type { ReactElement } from 'react';
import type { FallingDue } from '../../../../../src/contract/gadgets';
import { elapsedBetween } from '../../../../../src/domain/time/instant';
import { useFallingDue } from '../../data/use-gadget';
import { Moment } from '../../parts/moment';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { useNow } from '../../parts/use-now';
import { wallSpanText } from '../board/due-said';
import { REPORTS } from '../reports/reports-address';
import { GadgetFrame, type ShownProps } from './gadget-frame';

/** What falls due in the next days: terms of agreements that end, and versions that begin. */
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
      more={{ text: messages.text('gadgets.more.project'), parts: [REPORTS] }}
    >
      {data && data.items.length > 0 && <Items items={data.items} />}
      {data?.items.length === 0 && <p>{messages.text('gadgets.falling.nothing', { days })}</p>}
    </GadgetFrame>
  );
}

function Items({ items }: Pick<FallingDue, 'items'>): ReactElement {
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
          const isOver = at <= now;
          const span = wallSpanText(isOver ? elapsedBetween(at, now) : elapsedBetween(now, at), messages);
          return (
            <tr key={`${kind} ${id} ${version}`}>
              <th scope="row">
                {name}
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
