import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { type FlowGraph, type FlowNode, variablesIn } from '../flow-core/index.js';
import { secretsForbidden } from './flows.errors.js';

const SECRET = 'secret.';

/** The names of the secrets that a graph sends, each once. */
export function secretsIn({ nodes }: FlowGraph): string[] {
  return [...new Set(nodes.flatMap(secretsOf))];
}

/**
 * Refuses a graph with a step that sends a secret, unless the caller manages secrets: the step could send it anywhere.
 * @param known a step that is the same in this graph may stay
 * @throws AppError FORBIDDEN
 */
export function assertMaySendSecrets(caller: Principal, graph: FlowGraph, known?: FlowGraph): void {
  if (mayUse(caller, 'secrets:manage')) return;
  const kept = new Set(known?.nodes.map(contentOf));
  const isNew = graph.nodes.some((node) => secretsOf(node).length > 0 && !kept.has(contentOf(node)));
  if (isNew) throw secretsForbidden();
}

/** Secrets are filled in in the headers of API calls only. */
function secretsOf({ type, data }: FlowNode): string[] {
  if (type !== 'action' || data.action !== 'api_call') return [];
  const paths = Object.values(data.headers ?? {}).flatMap(variablesIn);
  return paths.filter((path) => path.startsWith(SECRET)).map((path) => path.slice(SECRET.length));
}

function contentOf({ data }: FlowNode): string {
  return JSON.stringify(data);
}
