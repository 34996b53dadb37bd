import type { Page } from '@playwright/test';

/**
 * Watches the frame of the app's panel from its beginning; what it returns says how much has moved in it since.
 * @see https://web.dev/articles/cls
 */
export async function watchShifts(page: Page): Promise<() => Promise<number | undefined>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.defineProperty(window, 'shifts', { value: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push('value' in entry ? Number(entry.value) : 0);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    const frame = page.frames().find((candidate) => candidate.url().includes('issue-timers.html'));
    return frame?.evaluate(() => {
      const { shifts } = window as unknown as { shifts: number[] };
      return shifts.reduce((sum, shift) => sum + shift, 0);
    });
  };
}
