/** `/{waba}/message_templates`: list, create and delete. */
import { wabaOf } from '../channels.ts';
import { isText } from '../json.ts';
import { TEMPLATE_STATUSES, type WhatsappTemplate } from '../template-book.ts';
import { requireToken, type GraphCall, type GraphContext, type GraphResult } from './context.ts';
import { GraphError, invalidParam, missingObject } from './errors.ts';
import { choiceParam, fieldsParam, onlyParams, pickFields, textParam } from './params.ts';
import { readNewTemplate } from './new-template.ts';

const FIELDS = [
  'id',
  'name',
  'language',
  'status',
  'category',
  'parameter_format',
  'components',
  'quality_score',
  'rejected_reason',
];
const DEFAULT_FIELDS = ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id'];
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 1_000;
const SCOPE = 'whatsapp_business_management';

export function messageTemplates(context: GraphContext, call: GraphCall, wabaId: string): GraphResult {
  assertMayManage(context, call, wabaId);
  if (call.method === 'GET') return list(context, call, wabaId);
  if (call.method === 'POST') return create(context, call, wabaId);
  if (call.method === 'DELETE') return remove(context, call, wabaId);
  throw missingObject(call.method, `${wabaId}/message_templates`);
}

function assertMayManage(context: GraphContext, call: GraphCall, wabaId: string): void {
  const token = requireToken(context, call);
  const isAccount = context.state.channels.some((channel) => wabaOf(channel) === wabaId);
  if (!isAccount || !token.targets.includes(wabaId)) throw missingObject(call.method, wabaId);
  if (!token.scopes.includes(SCOPE)) {
    throw new GraphError(200, `(#200) Requires ${SCOPE} permission`, { status: 403 });
  }
}

function list(context: GraphContext, call: GraphCall, wabaId: string): GraphResult {
  const { params } = call;
  onlyParams(params, ['fields', 'limit', 'after', 'name', 'status']);
  const asked = fieldsParam(params, FIELDS, 'WhatsAppMessageTemplate');
  const fields = asked.length > 0 ? asked : DEFAULT_FIELDS;
  const status = choiceParam(params, 'status', TEMPLATE_STATUSES);
  const limit = Number(params['limit'] ?? DEFAULT_LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) throw invalidParam('Param limit is out of range');
  const fitting = context.state.templates
    .of(wabaId)
    .filter((template) => status === undefined || template.status === status)
    .filter(({ name }) => params['name'] === undefined || name === params['name']);
  const start = params['after'] === undefined ? 0 : positionOf(fitting, params['after']);
  const page = fitting.slice(start, start + limit);
  const [first, last] = [page[0], page.at(-1)];
  if (first === undefined || last === undefined) return { json: { data: [] } };
  const cursors = { before: cursorOf(first), after: cursorOf(last) };
  const hasMore = start + limit < fitting.length;
  const next = `${context.baseUrl()}/graph/v26.0/${wabaId}/message_templates?limit=${limit}&after=${cursors.after}`;
  const data = page.map((template) => pickFields({ ...template }, fields));
  return { json: { data, paging: { cursors, ...(hasMore ? { next } : {}) } } };
}

function cursorOf({ id }: WhatsappTemplate): string {
  return Buffer.from(id).toString('base64url');
}

function positionOf(templates: readonly WhatsappTemplate[], after: unknown): number {
  const index = templates.findIndex((template) => cursorOf(template) === after);
  if (index < 0) throw invalidParam('Invalid cursors values');
  return index + 1;
}

function create(context: GraphContext, call: GraphCall, wabaId: string): GraphResult {
  const fields = readNewTemplate(call.params);
  if (context.state.templates.find(wabaId, fields)) {
    throw new GraphError(100, 'Invalid parameter', {
      subcode: 2388024,
      userTitle: 'Content in this language already exists',
      userMessage: `There is already ${fields.language} content for this template. Create a new template with another name.`,
    });
  }
  const template = context.state.templates.add(wabaId, fields);
  context.sink.templateMade(wabaId, template);
  const { id, status, category } = template;
  return { json: { id, status, category } };
}

/** With `hsm_id` one language, else all languages of the name. */
function remove(context: GraphContext, call: GraphCall, wabaId: string): GraphResult {
  onlyParams(call.params, ['name', 'hsm_id']);
  const name = textParam(call.params, 'name');
  const { hsm_id: id } = call.params;
  const removed = context.state.templates.remove(
    wabaId,
    (template) => template.name === name && (!isText(id) || template.id === id),
  );
  if (removed > 0) return { json: { success: true } };
  throw new GraphError(100, 'Invalid parameter', {
    subcode: 2593002,
    userTitle: 'Message template not found',
    userMessage: `There is no message template ${name}.`,
  });
}
