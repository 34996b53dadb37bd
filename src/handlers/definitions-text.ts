import * as v from 'valibot';
import { definitionsFileSchema } from '../contract/definitions-file';
import { jsonProblems } from '../contract/json-problems';
import { fileProblems } from '../contract/problems';
import type { DefinitionsDraft } from '../domain/agreement/draft';
import { problem, type Problem } from '../domain/problem';

/** The draft that the text of a definitions file holds, or what is wrong with its form. */
export function draftIn(
  text: string,
): { readonly draft: DefinitionsDraft } | { readonly problems: readonly Problem[] } {
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
