import { DEFAULT_WABA_ID } from './channels.ts';
import { ControlError } from './control-error.ts';
import { isText, type JsonObject } from './json.ts';
import { TEMPLATE_STATUSES } from './template-book.ts';
import type { TemplateReviews } from './template-reviews.ts';

/** `POST /__control/templates {waba_id?, name, language, status, reason?}`: approves, rejects or pauses a template. */
export async function decideOnTemplate(reviews: TemplateReviews, body: JsonObject): Promise<unknown> {
  const { waba_id: wabaId, name, language, reason } = body;
  const status = TEMPLATE_STATUSES.find((known) => known === body['status']);
  if (!isText(name) || !isText(language)) throw new ControlError('name and language are needed');
  if (status === undefined) throw new ControlError(`status must be one of ${TEMPLATE_STATUSES.join(', ')}`);
  const verdict = { status, ...(isText(reason) ? { reason } : {}) };
  const template = await reviews.decide(isText(wabaId) ? wabaId : DEFAULT_WABA_ID, { name, language }, verdict);
  if (template === undefined) throw new ControlError('No such template');
  return template;
}
