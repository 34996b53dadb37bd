/** What somebody says of a breach, as the app's `saveBreaches` takes it. */
export interface SaidOfBreach {
  readonly kind: string;
  readonly cause: string;
  readonly party: string;
  readonly explanation: string;
  readonly correctiveAction: string;
}

const said = (cause: string, party: string, explanation: string, correctiveAction: string): SaidOfBreach => ({
  kind: 'delay',
  cause,
  party,
  explanation,
  correctiveAction,
});

const others = said(
  'process',
  'provider',
  'It waited in the queue without anybody looking at it.',
  'The queue is gone through twice a day.',
);

/** What the log's closing codes stand for here: the log only numbers them, so the words are made up. */
const byCode: ReadonlyMap<string, SaidOfBreach> = new Map([
  [
    'code 6',
    said(
      'capacity',
      'provider',
      'More incidents came in than the shift could work on.',
      'A second person on the morning shift.',
    ),
  ],
  [
    'code 7',
    said(
      'handover',
      'internal-group',
      'It was passed from group to group before somebody could help.',
      'Groups say what they need before they take over.',
    ),
  ],
  [
    'code 9',
    said('skills', 'provider', 'Nobody on duty knew the application.', 'An article in the knowledge base.'),
  ],
  [
    'code 8',
    said('supplier', 'supplier', 'The supplier answered late.', 'The contract names a time to answer.'),
  ],
  [
    'code 5',
    said('customer', 'customer', 'The customer could not be reached.', 'We ask for a second number.'),
  ],
  ['code 1', said('change', 'provider', 'A change that was rolled out the day before caused it.', '')],
  [
    'code 10',
    said('fault', 'provider', 'A spare part had to be ordered.', 'Two of them lie in the store now.'),
  ],
  ['code 11', said('environment', 'third-party', 'A line was cut by building work.', '')],
  ['code 16', said('unclear-target', 'provider', 'The priority was raised when little time was left.', '')],
]);

export const saidOfCode = (code: string | null): SaidOfBreach => byCode.get(code ?? '') ?? others;
