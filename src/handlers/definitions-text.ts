import * as v from 'valibot';
import { definitionsFileSchema } from '../contract/definitions-file';
import { jsonProblems } from '../contract/json-problems';
import { fileProblems } from '../contract/problems';
import { unpacked } from '../contract/packed-text';
import { LONGEST_FILE } from '../contract/transfer';
import { problem, type Problem } from '../domain/problem';
import type { Everything } from '../domain/transfer/everything';

/** The text of a file that may have been packed; undefined when it cannot be unpacked, or is too long. */
export async function textIn(file: string | { readonly gzip: string }): Promise<string | undefined> {
  return typeof file === 'string' ? file : unpacked(file.gzip, LONGEST_FILE);
}

/** The draft that the text of a definitions file holds, or what is wrong with its form. */
export function draftIn(
  text: string | undefined,
): { readonly draft: Everything } | { readonly problems: readonly Problem[] } {
  if (text === undefined) {
    return { problems: [problem('transfer.not-unpacked', '', { most: String(LONGEST_FILE) })] };
  }
  const content = parseJson(text);
  if (content instanceof SyntaxError) {
    return { problems: [problem('file.not-json', '', { message: content.message })] };
  }
  const hidden = jsonProblems(text);
  if (hidden.length > 0) return { problems: hidden };
  const draft = v.safeParse(definitionsFileSchema, content);
  return draft.success ? { draft: draft.output } : { problems: fileProblems(draft.issues) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    return error;
  }
}
