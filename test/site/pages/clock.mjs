// @ts-check
/**
 * The clock in the header: shows the site's time, moves it and lets it play.
 *
 * @typedef {{ base: number, anchor: number, rate: number }} Reading
 * @typedef {Reading & { speed: number }} ClockNews a reading, and how fast the clock runs when nobody moves it
 * @typedef {{ text: string, link?: { href: string, text: string }, rest?: string }} Saying
 * @typedef {(method: string, path: string, body: unknown) => Promise<unknown>} Send
 */

const HOUR_MS = 3_600_000;
/** Often enough for minutes that fly by. */
const SHOW_EVERY_MS = 250;

/**
 * @param {{ clock: ClockNews, issueId: string | undefined, send: Send, say: (saying: Saying) => void, moved: () => Promise<void> }} page
 *   `moved` is called after a move, so that the page shows what has happened.
 * @returns {{ take(news: ClockNews): void, now(): number }} takes what the site says of its clock, and reads it
 */
export function clockBar({ clock, issueId, send, say, moved }) {
  let news = clock;
  const time = element('site-clock');
  const zone = time?.dataset['zone'];
  const play = element('clock-play');
  const speed = /** @type {HTMLSelectElement | null} */ (element('clock-speed'));
  const full = format({ timeZoneName: 'short' });
  const brief = format({});

  /** @param {Intl.DateTimeFormatOptions} more */
  function format(more) {
    return new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      ...more,
      ...(zone === undefined ? {} : { timeZone: zone }),
    });
  }

  function now() {
    return news.base + (Date.now() - news.anchor) * news.rate;
  }

  function show() {
    const text = full.format(now());
    if (!time || time.textContent === text) return;
    time.textContent = text;
    time.setAttribute('datetime', new Date(now()).toISOString());
  }

  /** @param {ClockNews} next */
  function take(next) {
    news = next;
    show();
    if (play) play.textContent = news.speed === 0 ? 'Play' : 'Pause';
    if (speed && [...speed.options].some(({ value }) => Number(value) === news.speed)) {
      speed.value = String(news.speed);
    }
  }

  /**
   * Posts to the clock, and says what came of it or what went wrong.
   * @param {HTMLElement} control has the focus again, unless it went elsewhere meanwhile
   * @param {object} body
   * @param {(answer: ClockNews & { due?: { key: string } | null }) => Saying} words
   */
  async function tell(control, body, words) {
    const controls = [...document.querySelectorAll('.clock button, .clock select')];
    for (const each of controls) each.toggleAttribute('disabled', true);
    control.setAttribute('aria-busy', 'true');
    try {
      const answer = /** @type {ClockNews} */ (await send('POST', '/__site/clock', body));
      take(answer);
      await moved();
      say(words(answer));
    } catch (error) {
      say({ text: error instanceof Error ? error.message : String(error) });
    } finally {
      control.removeAttribute('aria-busy');
      for (const each of controls) each.toggleAttribute('disabled', false);
      if (document.activeElement === document.body) control.focus();
    }
  }

  /** @param {ClockNews} answer */
  const itIsNow = ({ base }) => `It is now ${brief.format(base).replaceAll(',', '')}`;

  const moves = {
    /** @param {HTMLElement} button */
    ahead: (button) => tell(button, { advanceMs: HOUR_MS }, (answer) => ({ text: `${itIsNow(answer)}.` })),
    /** @param {HTMLElement} button */
    due: (button) =>
      tell(button, { to: 'next-due', ...(issueId === undefined ? {} : { issue: issueId }) }, (answer) =>
        answer.due
          ? {
              text: `${itIsNow(answer)}; `,
              link: { href: `/browse/${answer.due.key}`, text: answer.due.key },
              rest: ' is due.',
            }
          : { text: `${itIsNow(answer)}; nothing is due ahead.` },
      ),
    /** @param {HTMLElement} button */
    play: (button) => {
      const rate = news.speed === 0 ? Number(speed?.value ?? 1) : 0;
      return tell(button, { rate }, () => ({ text: rate === 0 ? 'The clock stands.' : runsAt(rate) }));
    },
  };

  /** @param {number} rate */
  function runsAt(rate) {
    return rate === 1 ? 'The clock runs as fast as yours.' : `The clock runs ${rate} times as fast as yours.`;
  }

  for (const [name, move] of Object.entries(moves)) {
    const button = element(`clock-${name}`);
    button?.addEventListener('click', () => void move(button));
  }
  speed?.addEventListener('change', () => {
    const rate = Number(speed.value);
    if (news.speed !== 0) void tell(speed, { rate }, () => ({ text: runsAt(rate) }));
  });
  take(clock);
  setInterval(show, SHOW_EVERY_MS);
  return { take, now };
}

/** @param {string} id */
function element(id) {
  return document.getElementById(id);
}
