import { api, call } from '#web/lib/api/client.ts';
import { applyLabel } from './labels-live.ts';
import type { Label } from './labels-query.ts';

/** Colours of labels: the eight of the avatars, as strong enough dots on either scheme. */
export const LABEL_COLORS = [
  '#2f8a72',
  '#c2410c',
  '#2f74b5',
  '#a04aa5',
  '#a67c00',
  '#6b8a2f',
  '#7468c8',
  '#c0475a',
] as const;

export type LabelFields = Pick<Label, 'name' | 'color'>;

export async function createLabel(fields: LabelFields): Promise<Label> {
  const label = await call(api.POST('/api/v1/labels', { body: fields }));
  applyLabel({ label, formerName: null, deleted: false });
  return label;
}

/** Refused with VERSION_MISMATCH where a colleague has changed the label since. */
export async function changeLabel({ _id: id, version, name }: Label, fields: LabelFields): Promise<void> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  const label = await call(api.PATCH('/api/v1/labels/{id}', { params, body: fields }));
  applyLabel({ label, formerName: label.name === name ? null : name, deleted: false });
}

/** The conversations lose the label too. */
export async function deleteLabel(label: Label): Promise<void> {
  await call(api.DELETE('/api/v1/labels/{id}', { params: { path: { id: label._id } } }));
  applyLabel({ label, formerName: label.name, deleted: true });
}
