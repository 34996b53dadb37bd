import path from 'node:path';
import { judgeFile } from './judge';
import { exitCode, json, lines, problemLines } from './report';

/** What a command says, and how it ends. */
export interface Said {
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

/** @param folder where paths that are not absolute begin. */
export function runCases(args: readonly string[], folder: string): Said {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => arg.startsWith('--') && arg !== '--json');
  if (unknown.length > 0 || files.length === 0) {
    const usage = 'Name files of cases: npm run --silent cases -- FILE.json [FILE.json.gz …] [--json]';
    return {
      out: [],
      err: [...unknown.map((option) => `There is no option ${option}.`), usage],
      exitCode: 2,
    };
  }
  const results = files.map((file) => judgeFile(file, path.resolve(folder, file)));
  return {
    out: args.includes('--json') ? [json(results)] : lines(results),
    err: problemLines(results),
    exitCode: exitCode(results),
  };
}
