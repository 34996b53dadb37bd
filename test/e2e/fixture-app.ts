import type { Frame, Locator, Page } from '@playwright/test';
import { test } from './site';

/** A step that shows what a bridge command does; forge-bridge-matrix.test.ts looks for these. */
export const shows = (command: string, sentence: string, run: () => Promise<void>): Promise<void> =>
  test.step(`${command}: ${sentence}`, run);

export const frameElement = (page: Page, moduleKey: string): Locator =>
  page.locator(`iframe[data-module-key="${moduleKey}"]`).last();

/** The newest frame of a module, once its page has drawn itself. */
export async function frameOf(page: Page, moduleKey: string): Promise<Frame> {
  const handle = await frameElement(page, moduleKey).elementHandle();
  const frame = await handle.contentFrame();
  if (!frame) throw new Error(`No frame of ${moduleKey}`);
  await frame.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes');
  return frame;
}

/** What a call of the SDK throws. */
export const failure = (frame: Frame, call: string): Promise<string> =>
  frame.evaluate(
    (code) =>
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- one call each
      (new Function(`return ${code}`)() as Promise<unknown>).then(
        () => 'nothing',
        (error: unknown) => String(error),
      ),
    call,
  );
