import type { FlowProblem } from '../core.types.js';
import type { ActionOf, FlowNode } from '../graph.js';
import { pathOf } from '../run/conditions.js';
import { FACT_PATHS, placesIn, variablesIn, withoutPlaces } from '../texts.js';
import { type CheckContext, problem, type Ways } from './problem.js';

const SECRET = 'secret.';
const VARIABLE = /^vars\.([a-z][a-z0-9_]{0,63})(\.[\w-]+)*$/;
/** The host of a URL has no variables: a customer must not choose where data goes. */
const HTTPS_HOST = /^https:\/\/[^{}/?#@\s]+(?:[/?#]|$)/;

/** Problems of names that do not exist: variables, secrets, services, users, flows. */
export function referenceProblems(node: FlowNode, ways: Ways, context: CheckContext): FlowProblem[] {
  const set = variablesBefore(node, ways);
  const unknown = [...new Set(pathsIn(node))].filter((path) => !isKnown(path, set));
  return [
    ...unknown.map((path) => problem('UNKNOWN_VARIABLE', unknownVariable(path), node.id, { name: path })),
    ...(node.type === 'action' ? actionProblems(node.id, node.data, context) : []),
  ];
}

function unknownVariable(path: string): string {
  if (path.startsWith(SECRET))
    return `“${path}” is a secret. Secrets work in the headers of an API call only. Remove it here.`;
  const advice = path.startsWith('vars.')
    ? 'No step before this one sets it. Set it before, or correct the name'
    : 'Correct the name';
  return `“${path}” is not known here. ${advice}.`;
}

function isKnown(path: string, set: ReadonlySet<string>): boolean {
  const [, name] = VARIABLE.exec(path) ?? [];
  return name === undefined ? FACT_PATHS.includes(path) : set.has(name);
}

/** Variables that a node before this one may have set. */
function variablesBefore(node: FlowNode, ways: Ways): Set<string> {
  const names = new Set<string>();
  for (const [id, other] of ways.nodes) {
    if (setNames(other).length > 0 && ways.reachedFrom(id).has(node.id))
      setNames(other).forEach((name) => names.add(name));
  }
  return names;
}

function setNames({ type, data }: FlowNode): string[] {
  if (type === 'ask') return [data.variable];
  if (type !== 'action') return [];
  if (data.action === 'set_variable') return [data.variable];
  return 'save_as' in data && data.save_as ? [data.save_as] : [];
}

/** Every path that a node reads. Headers of an API call may also name secrets. */
function pathsIn({ type, data }: FlowNode): string[] {
  switch (type) {
    case 'message':
      return [data.text, ...(data.attachments ?? []).map(({ url }) => url)].flatMap(placesIn);
    case 'ask':
      return [...[data.text, data.retry_text ?? ''].flatMap(placesIn), ...variables(data.choices_from)];
    case 'condition':
      return conditionPaths(data);
    case 'action':
      return actionPaths(data);
    default:
      return [];
  }
}

function conditionPaths({
  kind,
  variable,
  value = '',
  operator,
}: Extract<FlowNode, { type: 'condition' }>['data']): string[] {
  if (kind !== 'variable' && kind !== 'vaccination_valid') return [];
  const compared = kind === 'variable' && operator !== 'matches' ? placesIn(value) : [];
  return [...(variable ? [pathOf(variable)] : []), ...compared];
}

function actionPaths(data: Extract<FlowNode, { type: 'action' }>['data']): string[] {
  switch (data.action) {
    case 'set_variable':
      return placesIn(data.value);
    case 'api_call':
      return apiCallPaths(data);
    case 'find_slots':
      return variables(data.from);
    case 'hold_slot':
      return variables(data.slot);
    case 'confirm_booking':
      return variables(data.hold);
    case 'hand_off':
      return placesIn(data.reason ?? '');
    default:
      return [];
  }
}

/** Without secrets: they have their own problem codes. */
function apiCallPaths({ url, headers = {}, body = '' }: ActionOf<'api_call'>): string[] {
  return [url, body, ...Object.values(headers)].flatMap(placesIn).filter((path) => !path.startsWith(SECRET));
}

function variables(name: string | undefined): string[] {
  return name ? [`vars.${name}`] : [];
}

function actionProblems(
  id: string,
  data: Extract<FlowNode, { type: 'action' }>['data'],
  context: CheckContext,
): FlowProblem[] {
  switch (data.action) {
    case 'api_call':
      return apiCallProblems(id, data, context);
    case 'find_slots':
    case 'hold_slot':
      if (!data.service_id || context.knownServices.includes(data.service_id)) return [];
      return [
        problem('UNKNOWN_SERVICE', 'The service of this step is gone. Choose another one.', id, {
          field: 'service_id',
        }),
      ];
    case 'assign':
      if (!data.user_id || context.knownUsers.includes(data.user_id)) return [];
      return [
        problem('UNKNOWN_USER', 'The person of this step is not in your team any more. Choose another one.', id, {
          field: 'user_id',
        }),
      ];
    case 'start_flow':
      return startProblems(id, data.flow_id, context);
    default:
      return [];
  }
}

function startProblems(id: string, flowId: string, { knownFlows, flowId: own }: CheckContext): FlowProblem[] {
  if (flowId === '') return [];
  if (flowId === own) {
    return [
      problem(
        'STARTS_ITSELF',
        'This step starts its own flow, which would never end. Lead back to an earlier step instead.',
        id,
        { field: 'flow_id' },
      ),
    ];
  }
  return knownFlows.includes(flowId)
    ? []
    : [problem('UNKNOWN_FLOW', 'The flow of this step is gone. Choose another one.', id, { field: 'flow_id' })];
}

function apiCallProblems(
  id: string,
  { url, headers = {}, body = '' }: ActionOf<'api_call'>,
  { knownSecrets }: CheckContext,
): FlowProblem[] {
  const isMisplaced = [url, body].flatMap(variablesIn).some((path) => path.startsWith(SECRET));
  const secrets = Object.values(headers)
    .flatMap(variablesIn)
    .filter((path) => path.startsWith(SECRET))
    .map((path) => path.slice(SECRET.length));
  return [
    ...(url === '' || isHttps(url)
      ? []
      : [
          problem('BAD_URL', 'The address must begin with https:// and a host without variables. Correct it.', id, {
            field: 'url',
          }),
        ]),
    ...(isMisplaced
      ? [problem('BAD_URL', 'A secret in the address or the body could be logged by others. Move it to a header.', id)]
      : []),
    ...[...new Set(secrets)]
      .filter((name) => !knownSecrets.includes(name))
      .map((name) =>
        problem('UNKNOWN_SECRET', `There is no secret “${name}”. Store it in the settings, or correct the name.`, id, {
          name,
        }),
      ),
  ];
}

function isHttps(url: string): boolean {
  return HTTPS_HOST.test(url) && URL.canParse(withoutPlaces(url));
}
