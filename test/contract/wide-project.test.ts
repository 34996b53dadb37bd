import { INVOKE_REQUEST_BYTES, INVOKE_RESPONSE_BYTES } from '../site/forge/limits';
import { callsIn, SMALL, WIDE, type Called } from '../support/wide-project';

jest.setTimeout(180_000);

/** Statements beyond those of a small project: a page of records more or less. */
const MORE_STATEMENTS = 12;

it('a project with 500 services, 200 agreements and 60 calendars, on a site with 500 terms, is served within Forge’s limits, by few statements', async () => {
  const small = await callsIn(SMALL);
  const wide = await callsIn(WIDE);
  for (const [name, taken] of wide) {
    const { statements } = small.get(name)!;
    expect([name, verdictOf(taken, statements)]).toEqual([name, 'fine']);
  }
});

function verdictOf({ answer, payloadBytes, answerBytes, statements }: Called, few: number): string {
  if (!answer.ok) return JSON.stringify(answer);
  if (payloadBytes >= INVOKE_REQUEST_BYTES) return `a payload of ${payloadBytes} bytes`;
  if (answerBytes >= INVOKE_RESPONSE_BYTES) return `an answer of ${answerBytes} bytes`;
  return statements > few + MORE_STATEMENTS ? `${statements} statements instead of ${few}` : 'fine';
}
