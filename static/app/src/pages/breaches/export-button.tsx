import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { BreachesWanted, MonitoringView } from '../../../../../src/contract/breaches';
import { readAllBreaches } from '../../data/use-breaches';
import { useReader } from '../../parts/reader-context';
import { clockNow } from '../../platform/clock';
import { download } from '../../platform/download';
import { readIssueAddresses, type IssueAddress } from '../../platform/site-names';
import { failureText } from '../../text/failure-text';
import { breachesCsv } from './breaches-csv';

interface Props {
  readonly wanted: Omit<BreachesWanted, 'after'>;
  readonly monitoring: MonitoringView;
}

/** As many issues as Jira names at once. */
const AT_ONCE = 100;
/** Says to spreadsheets that the file is in UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** Saves all that the register shows, of all its pages, as a file. */
export function ExportButton({ wanted, monitoring }: Props): ReactElement {
  const reader = useReader();
  const { messages } = reader;
  const exporting = useMutation({
    mutationFn: async () => {
      const rows = await readAllBreaches(wanted);
      const ids = [...new Set(rows.flatMap(({ timer }) => timer?.issue ?? []))];
      const issues = new Map<string, IssueAddress>();
      for (let first = 0; first < ids.length; first += AT_ONCE)
        for (const [id, address] of await readIssueAddresses(ids.slice(first, first + AT_ONCE)))
          issues.set(id, address);
      const text = breachesCsv(rows, { monitoring, issues, now: clockNow() }, reader);
      download(messages.text('breaches.csv.name'), `${BYTE_ORDER_MARK}${text}`, 'text/csv;charset=utf-8');
    },
  });
  return (
    <>
      <Button isLoading={exporting.isPending} onClick={() => exporting.mutate()}>
        {messages.text('breaches.csv.export')}
      </Button>
      {exporting.error && (
        <p className="mistake" role="alert">
          {failureText(exporting.error, messages)}
        </p>
      )}
    </>
  );
}
