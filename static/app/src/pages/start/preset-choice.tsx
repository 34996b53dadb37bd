import type { ReactElement } from 'react';
import type { ProjectShape } from '../../../../../src/domain/agreement/project-shape';
import { presetIds, presets } from '../../../../../src/domain/agreement/presets/presets';
import { parseSpan } from '../../../../../src/domain/time/duration-text';
import { NO_TIME } from '../../../../../src/domain/time/instant';
import { useReader } from '../../parts/reader-context';
import { durationText } from '../../text/duration';
import { lacking, type Choice } from './choice';
import styles from './start.module.css';

interface Props {
  readonly choice: Choice;
  readonly shape: ProjectShape;
  readonly change: (part: Partial<Choice>) => void;
}

/** Which promises to begin with. */
export function PresetChoice({ choice, shape, change }: Props): ReactElement {
  const { messages } = useReader();
  return (
    <fieldset className={styles['step']}>
      <legend className="heading">{messages.text('start.goals.title')}</legend>
      <p className="note">{messages.text('start.goals.note')}</p>
      <div className={`${styles['cards']} ${styles['wide']}`}>
        {presetIds.map((id) => (
          <label key={id} className={styles['card']}>
            <input
              type="radio"
              name="preset"
              checked={id === choice.preset}
              onChange={() => change({ preset: id })}
            />
            <span className={styles['cardText']}>
              <span className={styles['cardName']}>{messages.text(`preset.${id}.name`)}</span>
              {presets[id].promises.map((promise) => (
                <span key={`${promise.kind} ${promise.for}`} className={styles['promise']}>
                  <span>
                    {messages.text('start.goals.promise', {
                      kind: messages.text(`timer.kind.${promise.kind}`),
                      audience: messages.text(`preset.for.${promise.for}`),
                    })}
                  </span>{' '}
                  <span className="figure">
                    {durationText(parseSpan(promise.within) ?? NO_TIME, messages)}
                  </span>
                </span>
              ))}
              <span className="note">{messages.text(`preset.${id}.origin`)}</span>
              {lacking(id, shape, choice.ways).map((need) => (
                <span key={need} className={styles['lack']}>
                  {messages.text(`start.lacks.${need}`)}
                </span>
              ))}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
