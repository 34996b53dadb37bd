/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { raw } from 'hono/html';
import { stepLine } from '../progress';
import type { OpeningStep } from '../progress';
import { guard } from './guard';

const RETRY_SECONDS = 2;

/** What the site answers before it is open: how far it is, with status 503. */
export function createOpeningPages(origin: string, step: () => OpeningStep): Hono {
  const app = new Hono();
  app.use(guard(origin));
  app.use(async (context, next) => {
    await next();
    context.header('retry-after', String(RETRY_SECONDS));
    context.header('cache-control', 'no-store');
  });
  app.get('/__site/opening', (context) => context.json({ open: false, ...step() }, 503));
  app.all('*', (context) =>
    context.req.header('accept')?.includes('text/html') === true
      ? context.html(<OpeningPage step={step()} />, 503)
      : context.text(`The site is opening. ${stepLine(step())}`, 503),
  );
  return app;
}

function OpeningPage({ step: { text, percent, note = '' } }: { readonly step: OpeningStep }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Your Jira site is opening</title>
          <link rel="icon" href="data:," />
          <noscript>
            <meta http-equiv="refresh" content={String(RETRY_SECONDS)} />
          </noscript>
          <style>{raw(style)}</style>
        </head>
        <body>
          <main>
            <h1>Your Jira site is opening</h1>
            <p id="text" role="status">
              {text}
            </p>
            <progress
              id="progress"
              aria-labelledby="text"
              max={100}
              {...(percent === undefined ? {} : { value: percent })}
            />
            <p id="note">{[percent === undefined ? '' : `${percent} %`, note].filter(Boolean).join(' · ')}</p>
            <p class="muted">
              The first start of a day lives through the log of a service desk and lets the app read it. What
              comes of that is kept, so that the next start takes seconds. This page goes on by itself.
            </p>
          </main>
          <script>{raw(script)}</script>
        </body>
      </html>
    </>
  );
}

const style = `
:root { color-scheme: light dark; --page: #fff; --text: #292a2e; --subtle: #505258; --track: #dddee1; --bar: #1868db; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1f1f21; --text: #cecfd2; --subtle: #a9abaf; --track: #4b4d51; --bar: #669df1; }
}
body { margin: 0; background: var(--page); color: var(--text);
  font: 14px/20px ui-sans-serif, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, sans-serif; }
main { max-width: 480px; margin: 0 auto; padding: 18vh 24px 24px; }
h1 { margin: 0 0 24px; font-size: 24px; line-height: 28px; font-weight: 600; }
p { margin: 0; }
progress { appearance: none; display: block; width: 100%; height: 6px; margin: 12px 0 8px; border: 0; border-radius: 3px;
  overflow: hidden; background: var(--track); }
progress::-webkit-progress-bar { background: var(--track); }
progress::-webkit-progress-value { background: var(--bar); transition: width 0.5s; }
progress::-moz-progress-bar { background: var(--bar); }
progress:indeterminate { background: linear-gradient(90deg, var(--track) 30%, var(--bar) 50%, var(--track) 70%) 0 / 200%;
  animation: pass 2s linear infinite; }
progress:indeterminate::-webkit-progress-bar { background: none; }
@keyframes pass { from { background-position: 100% } to { background-position: -100% } }
@media (prefers-reduced-motion: reduce) { progress { animation: none !important } }
#note { min-height: 20px; font-variant-numeric: tabular-nums; }
.muted { margin-top: 24px; color: var(--subtle); }
`;

const script = `
const [text, progress, note] = ['text', 'progress', 'note'].map((id) => document.getElementById(id));
const say = (place, words) => { if (place.textContent !== words) place.textContent = words; };
async function look() {
  try {
    const answer = await fetch('/__site/opening');
    if (answer.ok) return location.reload();
    const step = await answer.json();
    say(text, step.text);
    if (step.percent === undefined) progress.removeAttribute('value'); else progress.value = step.percent;
    say(note, [step.percent === undefined ? '' : step.percent + ' %', step.note].filter(Boolean).join(' · '));
  } catch {
    say(text, 'The site does not answer. Its console says why.');
    progress.value = 0;
    say(note, '');
  }
  setTimeout(look, 1000);
}
setTimeout(look, 1000);
`;
