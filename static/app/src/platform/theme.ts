import { view } from '@forge/bridge';

/** Takes over Jira's theme; where Jira names none, the one that the browser prefers. */
export async function enableTheme(): Promise<void> {
  await view.theme.enable().catch(() => undefined);
  const html = document.documentElement;
  if (html.dataset['colorMode']) return;
  html.dataset['colorMode'] = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
