import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { AgreementDraft } from '../../../../../../../src/domain/agreement/draft';
import { measures, ruleOf, type Measure } from '../../../../../../../src/domain/monitoring/measures';
import type { PeriodicTarget } from '../../../../../../../src/domain/monitoring/periodic-target';
import { useCatalogue } from '../../../../data/use-catalogue';
import { useReader } from '../../../../parts/reader-context';
import { Adding } from '../adding';
import { ROOT } from '../check-draft';
import styles from '../editor.module.css';
import { withEntry } from '../entries';
import { useRowFocus } from '../use-row-focus';
import { TargetRow } from './target-row';

interface Props {
  readonly text: AgreementDraft;
  readonly change: (text: AgreementDraft) => void;
}

/** What is promised for a month, a quarter or a year as a whole (T3). What was removed can be brought back. */
export function PeriodicPart({ text, change }: Props): ReactElement {
  const { messages } = useReader();
  const { data } = useCatalogue();
  const { periodicTargets: targets = [], metrics, services = [] } = text;
  const [removed, setRemoved] = useState<{ readonly target: PeriodicTarget; readonly index: number }>();
  const rows = useRowFocus<HTMLDivElement>(targets.length);
  const set = (next: readonly PeriodicTarget[]): void => {
    change(withEntry(text, 'periodicTargets', next.length > 0 ? next : undefined));
    setRemoved(undefined);
  };
  const covered = services.map(({ id }) => ({
    value: id,
    label: data?.services.find((each) => each.id === id)?.name ?? id,
  }));
  const timers = metrics.map(({ id, kind }) => ({ value: id, label: messages.text(`timer.kind.${kind}`) }));
  const add = (measure: Measure): void => {
    const { asks } = ruleOf(measure);
    const [metric, service] = [timers[0], covered[0]];
    set([
      ...targets,
      {
        id: newId(measure, targets),
        measure,
        target: '',
        period: 'month',
        ...(asks === 'metric' && metric && { metric: metric.value }),
        ...(asks === 'service' && service && { service: service.value }),
      },
    ]);
  };
  return (
    <section className={styles['part']} aria-labelledby="agreement-periodic">
      <h3 id="agreement-periodic" className="subheading">
        {messages.text('agreement.edit.periodic.title')}
      </h3>
      <p className="note">{messages.text('agreement.edit.periodic.note')}</p>
      <div ref={rows} className={styles['list']} data-rows>
        {targets.map((target, index) => (
          <TargetRow
            key={target.id}
            target={target}
            number={index + 1}
            path={`${ROOT}.periodicTargets[${index}]`}
            timers={timers}
            services={covered}
            change={(changed) => set(targets.with(index, changed))}
            remove={() => {
              set(targets.toSpliced(index, 1));
              setRemoved({ target, index });
            }}
          />
        ))}
        <div role="status" data-undo>
          {removed && (
            <p className={styles['line']}>
              <span>
                {messages.text('agreement.edit.periodic.removed', {
                  name: messages.text(`measure.${removed.target.measure}`),
                })}
              </span>
              <Button
                spacing="compact"
                onClick={() => set(targets.toSpliced(removed.index, 0, removed.target))}
              >
                {messages.text('agreement.edit.undo')}
              </Button>
            </p>
          )}
        </div>
        <div data-adds>
          <Adding
            label={messages.text('agreement.edit.periodic.add')}
            choices={measures.map((value) => ({ value, label: messages.text(`measure.${value}`) }))}
            add={add}
          />
        </div>
      </div>
    </section>
  );
}

/** Not taken by another one: what is entered for a target is found by its id. */
function newId(measure: Measure, targets: readonly PeriodicTarget[]): string {
  const isTaken = (id: string): boolean => targets.some((target) => target.id === id);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? measure : `${measure}-${number}`;
    if (!isTaken(id)) return id;
  }
}
