import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface RawItem {
  readonly field: string;
  readonly fieldId?: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface RawHistory {
  readonly id: string;
  readonly created: string;
  readonly items: readonly RawItem[];
}

export interface RawIssue {
  readonly id: string;
  readonly key: string;
  readonly fields: { readonly created: string; readonly status: { readonly id: string } };
  readonly changelog: { readonly histories: readonly RawHistory[]; readonly total: number };
}

interface Sample {
  readonly issuesExpandChangelog: readonly RawIssue[];
  readonly changelogByIssueId: Readonly<Record<string, readonly RawHistory[]>>;
  readonly statuses: readonly { readonly id: string; readonly name: string }[];
}

/** Answers of a real Jira Cloud site, see the README beside. */
export const realSite = JSON.parse(
  gunzipSync(readFileSync(join(__dirname, 'real-issues.json.gz'))).toString(),
) as Sample;
