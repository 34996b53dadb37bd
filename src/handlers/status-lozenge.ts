import en from '../../static/locales/en-US.json';
import zh from '../../static/locales/zh-CN.json';
import type { TimerState } from '../domain/timer/foremost';
import { hours, minutes, type Span } from '../domain/time/instant';
import { fill } from './fill';

/** A lozenge as Jira takes it. */
export interface Lozenge {
  readonly type: 'lozenge';
  readonly value: {
    readonly label: string;
    readonly type: 'default' | 'inprogress' | 'moved' | 'removed' | 'success';
  };
}

type Shown = Exclude<TimerState, 'ended'>;

const colours: Readonly<Record<Shown, Lozenge['value']['type']>> = {
  breached: 'removed',
  'at-risk': 'moved',
  running: 'inprogress',
  'out-of-hours': 'default',
  paused: 'default',
  unknown: 'default',
  'no-promise': 'default',
  met: 'success',
};

/**
 * A state in a word or two; what is left is cut off to hours, or to minutes in the last one, since nobody turns the lozenge
 * while the page is open.
 *
 * @param locale such as `zh_CN`; the default language holds where there are no texts for it.
 */
export function lozengeOf(state: Shown, left: Span | undefined, locale: string): Lozenge {
  const { badge, timer } = /^zh\b/i.test(locale.replace('_', '-')) ? zh : en;
  const word = timer.state[state];
  const label = (): string => {
    if (left === undefined) return word;
    if (state === 'running') return fill(badge.left, { left: shortly(left, badge) });
    return state === 'at-risk' ? fill(badge.atRisk, { left: shortly(left, badge) }) : word;
  };
  return { type: 'lozenge', value: { label: label(), type: colours[state] } };
}

function shortly(left: Span, texts: (typeof en)['badge']): string {
  if (left >= hours(1)) return fill(texts.hours, { hours: Math.floor(left / hours(1)) });
  if (left < minutes(1)) return texts.lastMinute;
  return fill(texts.minutes, { minutes: Math.floor(left / minutes(1)) });
}
