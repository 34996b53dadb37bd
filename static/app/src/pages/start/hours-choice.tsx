import type { ReactElement } from 'react';
import { presets } from '../../../../../src/domain/agreement/presets/presets';
import type { Problem } from '../../../../../src/domain/problem';
import { useReader } from '../../parts/reader-context';
import { problemText } from '../../text/failure-text';
import { problemAt } from '../calendars/draft';
import { WeekFields } from '../calendars/week-fields';
import { ZoneField } from '../calendars/zone-field';
import { weekChoices, weekOf, type Choice } from './choice';
import styles from './start.module.css';

interface Props {
  readonly choice: Choice;
  readonly problems: readonly Problem[];
  readonly change: (part: Partial<Choice>) => void;
}

/** When the team works: one of the usual weeks, or one of its own. */
export function HoursChoice({ choice, problems, change }: Props): ReactElement {
  const { messages } = useReader();
  const { isAroundTheClock } = presets[choice.preset];
  const week = weekOf(choice);
  const mistakeAt = (field: string): string | undefined => {
    const found = problemAt(problems, field);
    return found && problemText(found, messages);
  };
  return (
    <fieldset className={styles['step']}>
      <legend className="heading">{messages.text('start.hours.title')}</legend>
      <div className={styles['cards']}>
        {weekChoices.map((each) => (
          <label key={each} className={styles['card']}>
            <input
              type="radio"
              name="hours"
              checked={each === week}
              disabled={isAroundTheClock && each !== '7x24'}
              onChange={() => change({ week: each })}
            />
            <span className={styles['cardText']}>
              <span className={styles['cardName']}>{messages.text(`start.hours.name.${each}`)}</span>
              <span className="note">{messages.text(`start.hours.detail.${each}`)}</span>
            </span>
          </label>
        ))}
      </div>
      {isAroundTheClock && <p className="note">{messages.text('start.hours.aroundTheClock')}</p>}
      {week === 'own' && (
        <WeekFields weekly={choice.own} change={(own) => change({ own })} mistakeAt={mistakeAt} />
      )}
      <div className={styles['narrow']}>
        <ZoneField
          zone={choice.zone}
          change={(zone) => change({ zone })}
          mistake={mistakeAt('doc.timeZone')}
        />
      </div>
    </fieldset>
  );
}
