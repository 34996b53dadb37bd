import type { Context } from 'hono';
import type { Host } from './host';
import { locales, remember } from './visitor';

const LOG_TAIL = 200;
const MAIL_TAIL = 200;

/** What a test wants to know of the site: what went wrong, what the app wrote, what time it is. */
export function stateOf(host: Host, context: Context): Response {
  const { forge, clock, jira } = host;
  return context.json({
    ...host.troubles(),
    log: forge.log.slice(-LOG_TAIL),
    mails: jira.mails().slice(-MAIL_TAIL),
    clock: clock.reading(),
    now: clock.now(),
  });
}

/** Takes the header's choices (`accountId`, `locale`, `theme`) and goes back to the page they were made on. */
export async function chooseVisitor(host: Host, context: Context): Promise<Response> {
  const form = await context.req.parseBody();
  const text = (name: string): string | undefined => {
    const value = form[name];
    return typeof value === 'string' ? value : undefined;
  };
  const accountId = host.visitors.find(({ user }) => user.accountId === text('accountId'))?.user.accountId;
  const locale = text('locale');
  const theme = text('theme');
  remember(context, {
    ...(accountId === undefined ? {} : { accountId }),
    ...(locale !== undefined && locales.has(locale) ? { locale } : {}),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
  });
  const back = text('back') ?? '/';
  // Only a path of this site: `//elsewhere` and `/\elsewhere` would lead away.
  return context.redirect(/^\/(?![/\\])/.test(back) ? back : '/', 303);
}
