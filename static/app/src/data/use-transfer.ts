import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { packed, unpacked } from '../../../../src/contract/packed-text';
import { LONGEST_FILE, type ImportReviewView } from '../../../../src/contract/transfer';
import type { ImportResult } from '../../../../src/contract/views';
import { callApp } from '../platform/app-calls';
import { CallFailure } from '../platform/call-failure';
import type { Home } from './use-calendars';

/** What carries files at each place. */
const calls = {
  project: { export: 'exportDefinitions', review: 'reviewImport', import: 'importDefinitions' },
  site: { export: 'exportSite', review: 'reviewSiteImport', import: 'importSite' },
} as const;

/** All that the project has defined, or that the site shares, as the text of a file. */
export function useExport(home: Home, saved: (text: string) => void): UseMutationResult<string> {
  return useMutation({
    mutationFn: async () => {
      const { gzip } = await callApp(calls[home].export, {});
      const text = await unpacked(gzip, LONGEST_FILE);
      if (text === undefined) throw new CallFailure('outdated');
      return text;
    },
    onSuccess: saved,
  });
}

/** What importing the text of a file would do. */
export function useImportReview(home: Home): UseMutationResult<ImportReviewView, Error, string> {
  return useMutation({
    mutationFn: async (text: string) => callApp(calls[home].review, { file: { gzip: await packed(text) } }),
  });
}

interface FileToImport {
  readonly text: string;
  /** What of it is to stay as it is here. */
  readonly keep: readonly string[];
  /** The state that the review had before it. */
  readonly seen: number;
}

/** Imports what was reviewed. */
export function useReviewedImport(home: Home): UseMutationResult<ImportResult, Error, FileToImport> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ text, keep, seen }: FileToImport) =>
      callApp(calls[home].import, { file: { gzip: await packed(text) }, keep, seen }),
    // Even when it failed: the import may have taken effect, and only its answer be lost.
    onSettled: () => client.invalidateQueries(),
  });
}
