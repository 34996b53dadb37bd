import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Caller, Visitor } from '../seams';
import type { Host, VisitorChoice } from './host';

/** Languages that visitors can choose; the site's own words stay English. */
export const locales: ReadonlyMap<string, string> = new Map([
  ['en-US', 'English'],
  ['zh-CN', '中文'],
]);

const cookies = { account: 'site_visitor', locale: 'site_locale', theme: 'site_theme' } as const;

/** Who looks at a page: whom the cookies name, or the first of the site's visitors, who then gets the cookie. */
export function visitorOf(host: Host, context: Context): Visitor {
  const choice = signedIn(host, context) ?? host.visitors[0];
  const locale = getCookie(context, cookies.locale) ?? '';
  return {
    accountId: choice.user.accountId,
    displayName: choice.user.displayName,
    timeZone: choice.user.timeZone,
    locale: locales.has(locale) ? locale : 'en-US',
    theme: getCookie(context, cookies.theme) === 'dark' ? 'dark' : 'light',
    ...(choice.user.accountType === 'customer' && { unlicensed: 'customer' }),
  };
}

function signedIn(host: Host, context: Context): VisitorChoice | undefined {
  const accountId = getCookie(context, cookies.account);
  return host.visitors.find(({ user }) => user.accountId === accountId);
}

/** Makes the answer remember this; what is absent stays as it was. */
export function remember(
  context: Context,
  wish: { accountId?: string; locale?: string; theme?: string },
): void {
  const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  if (wish.accountId !== undefined) setCookie(context, cookies.account, wish.accountId, options);
  if (wish.locale !== undefined) setCookie(context, cookies.locale, wish.locale, options);
  if (wish.theme !== undefined) setCookie(context, cookies.theme, wish.theme, options);
}

/**
 * Who asks Jira's REST API: `Authorization: Basic` with any e-mail and the account id for a token, or the visitor by
 * cookie. Wrong credentials give an account that Jira does not know, which it answers with 401.
 */
export function restCaller(host: Host, context: Context): Caller {
  const header = context.req.header('authorization');
  if (header !== undefined) {
    const [scheme, encoded = ''] = header.split(' ');
    const [, ...token] = Buffer.from(encoded, 'base64').toString().split(':');
    return { kind: 'user', accountId: scheme?.toLowerCase() === 'basic' ? token.join(':') : '' };
  }
  const choice = signedIn(host, context);
  return choice === undefined ? { kind: 'anonymous' } : { kind: 'user', accountId: choice.user.accountId };
}
