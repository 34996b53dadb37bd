import * as v from 'valibot';
import { definitionsFileSchema, PROJECT_FORMAT } from '../contract/definitions-file';
import { jsonProblems } from '../contract/json-problems';
import { fileProblems } from '../contract/problems';
import { unpacked } from '../contract/packed-text';
import { SITE_FORMAT, siteFileSchema } from '../contract/site-file';
import { LONGEST_FILE } from '../contract/transfer';
import { problem, type Problem } from '../domain/problem';
import type { Everything } from '../domain/transfer/everything';
import type { SharedBySite } from '../domain/transfer/shared';

/** The text of a file that may have been packed; undefined when it cannot be unpacked, or is too long. */
export async function textIn(file: string | { readonly gzip: string }): Promise<string | undefined> {
  return typeof file === 'string' ? file : unpacked(file.gzip, LONGEST_FILE);
}

/** What a file holds, or what is wrong with its form. */
export type FileRead<File> = { readonly draft: File } | { readonly problems: readonly Problem[] };

/** The draft that the text of a definitions file holds, or what is wrong with its form. */
export const draftIn = (text: string | undefined): FileRead<Everything> =>
  fileIn(text, definitionsFileSchema, {
    format: SITE_FORMAT,
    problem: problem('transfer.of-site', 'format'),
  });

/** The same of a file of what the site shares. */
export const sharedIn = (text: string | undefined): FileRead<SharedBySite> =>
  fileIn(text, siteFileSchema, {
    format: PROJECT_FORMAT,
    problem: problem('transfer.of-project', 'format'),
  });

/** @param elsewhere the format of files that belong to another place, and what is said of one. */
function fileIn<File>(
  text: string | undefined,
  schema: v.GenericSchema<unknown, File>,
  elsewhere: { readonly format: string; readonly problem: Problem },
): FileRead<File> {
  if (text === undefined) {
    return { problems: [problem('transfer.not-unpacked', '', { most: String(LONGEST_FILE) })] };
  }
  const content = parseJson(text);
  if (content instanceof SyntaxError) {
    return { problems: [problem('file.not-json', '', { message: content.message })] };
  }
  const hidden = jsonProblems(text);
  if (hidden.length > 0) return { problems: hidden };
  if (v.is(v.object({ format: v.literal(elsewhere.format) }), content))
    return { problems: [elsewhere.problem] };
  const file = v.safeParse(schema, content);
  return file.success ? { draft: file.output } : { problems: fileProblems(file.issues) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
}
