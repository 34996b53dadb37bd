import Button from '@atlaskit/button/new';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { download } from '../platform/download';
import { failureText } from '../text/failure-text';
import { useReader } from './reader-context';

interface Props {
  readonly label: string;
  /** Of the file. */
  readonly name: string;
  /** Makes what is in it, see `csvText`; reads what the page does not show yet. */
  readonly text: () => Promise<string> | string;
}

/** Says to spreadsheets that the file is in UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** Saves a table as a file that spreadsheets open. */
export function ExportButton({ label, name, text }: Props): ReactElement {
  const { messages } = useReader();
  const exporting = useMutation({
    mutationFn: async () => download(name, `${BYTE_ORDER_MARK}${await text()}`, 'text/csv;charset=utf-8'),
  });
  return (
    <>
      <Button isLoading={exporting.isPending} onClick={() => exporting.mutate()}>
        {label}
      </Button>
      {exporting.error && (
        <p className="mistake" role="alert">
          {failureText(exporting.error, messages)}
        </p>
      )}
    </>
  );
}
