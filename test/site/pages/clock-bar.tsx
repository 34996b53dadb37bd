/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PageView } from './host';

/** Speeds that the clock can play at, in site milliseconds per machine millisecond. */
const speeds: readonly (readonly [rate: number, name: string])[] = [
  [1, '1×'],
  [60, '1 min/s'],
  [600, '10 min/s'],
  [3600, '1 h/s'],
];

/** The site's time, and what moves it. The page's script does the moving. */
export function ClockBar({ view }: { readonly view: PageView }) {
  const { rate } = view.host.clock;
  return (
    <div class="clock" role="group" aria-label="The site's clock">
      <time id="site-clock" data-zone={view.visitor.timeZone}></time>
      <button type="button" id="clock-ahead" data-clock="ahead">
        +1 h
      </button>
      {view.host.nextDue !== undefined && (
        <button
          type="button"
          id="clock-due"
          data-clock="due"
          title="To the next instant at which something is due"
        >
          Next due
        </button>
      )}
      <button type="button" id="clock-play" class="play" data-clock="play">
        {rate === 0 ? 'Play' : 'Pause'}
      </button>
      <label>
        <span class="visually-hidden">Speed of the clock</span>
        <select id="clock-speed">
          {speeds.map(([speed, name]) => (
            <option value={speed} selected={speed === rate}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
