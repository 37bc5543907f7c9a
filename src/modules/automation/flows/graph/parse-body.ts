import { z } from 'zod';
import { AppError, type FieldProblem } from '../../../../core/errors/index.js';

/** The limit of a graph as JSON: 300 nodes need far less, and two graphs fit into one document. */
export const MAX_GRAPH_CHARACTERS = 1_000_000;
const MAX_REPORTED = 50;

/**
 * Checks a part of a body by its zod schema.
 * @param field where the part is in the body
 * @throws AppError VALIDATION_ERROR with the path of each wrong field
 */
export function parsePart<T>(schema: z.ZodType<T>, value: unknown, field: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, [field, ...issue.path]));
    throw AppError.validation(problems.slice(0, MAX_REPORTED));
  }
  if (JSON.stringify(parsed.data).length > MAX_GRAPH_CHARACTERS) {
    const message = `${field} is too large: at most ${MAX_GRAPH_CHARACTERS} characters as JSON; use several flows`;
    throw AppError.validation([{ field, message }]);
  }
  return parsed.data;
}

type Path = readonly PropertyKey[];

function problemsOf(issue: z.core.$ZodIssue, path: Path): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem([...path, key], 'is not known here; remove it'));
  }
  // Each branch of a union reports its own problems; those of the first branch help most.
  const [usual] = issue.code === 'invalid_union' ? issue.errors : [];
  if (usual?.length) return usual.flatMap((inner) => problemsOf(inner, [...path, ...inner.path]));
  return [problem(path, `is not valid: ${issue.message}`)];
}

function problem(path: Path, message: string): FieldProblem {
  const field = path.map(String).join('.');
  return { field, message: `${field} ${message}` };
}
