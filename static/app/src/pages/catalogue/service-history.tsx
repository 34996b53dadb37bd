import { useId, type ReactElement } from 'react';
import type { ServiceView } from '../../../../../src/contract/catalogue';
import { fieldsChanged } from '../../../../../src/domain/catalogue/service-changes';
import { usePeople } from '../../data/use-names';
import { useProjectShape } from '../../data/use-project-shape';
import { useReader } from '../../parts/reader-context';
import { Table } from '../../parts/table';
import { clockNow } from '../../platform/clock';
import { whenText } from '../../text/when';
import { fieldText, type KnownNames } from './field-text';

interface Props extends Pick<KnownNames, 'services' | 'calendars'> {
  readonly kept: ServiceView;
}

const columns = ['revision', 'when', 'who', 'what'] as const;

/** Who changed a service when, and what (C6). */
export function ServiceHistory({ kept: { history }, services, calendars }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const id = useId();
  const { data: shape } = useProjectShape();
  const owners = history.flatMap(({ by, record }) => [by, record.owner ?? '']);
  const people = usePeople(owners);
  const names = { services, calendars, people, fields: shape?.fields ?? [] };
  const changesOf = (index: number): string[] => {
    const [entry, before] = [history[index], history[index + 1]];
    if (!entry) return [];
    if (!before) return entry.revision === 1 ? [messages.text('service.history.first')] : [];
    const { record, revision } = entry;
    const texts = fieldsChanged(before.record, record).map((field) =>
      messages.text('service.history.change', {
        field: messages.text(field === 'id' ? 'service.field.name' : `service.field.${field}`),
        before: fieldText(field, before.record, names, reader),
        after: fieldText(field, record, names, reader),
      }),
    );
    return record.changedIn?.capability === revision
      ? [...texts, messages.text('service.capability')]
      : texts;
  };
  return (
    <section className="section" aria-labelledby={id}>
      <h3 id={id} className="subheading">
        {messages.text('service.history.title')}
      </h3>
      <Table label={messages.text('service.history.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {messages.text(`service.history.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.map(({ revision, at, by }, index) => (
            <tr key={revision}>
              <th scope="row">{revision}</th>
              <td className="figure">{whenText(at, clockNow(), reader)}</td>
              <td>{people.get(by) ?? messages.text('person.unknown')}</td>
              <td>
                {changesOf(index).map((text, line) => (
                  <div key={line}>{text}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
