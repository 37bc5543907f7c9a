import { bearerToken, header, writeReply, type Exchange } from '../http/exchange.ts';
import { isText } from '../json.ts';
import { sha256, type Media } from '../media-library.ts';
import { requireChannel, requireToken, type GraphCall, type GraphContext, type GraphResult } from './context.ts';
import { GraphError, invalidParam, missingObject, whatsappError } from './errors.ts';
import { onlyParams } from './params.ts';

const MIB = 1024 * 1024;

/** MIME type -> limit in bytes. */
const LIMITS: Record<string, number> = {
  'image/jpeg': 5 * MIB,
  'image/png': 5 * MIB,
  'image/webp': 500 * 1024,
  'audio/aac': 16 * MIB,
  'audio/mp4': 16 * MIB,
  'audio/mpeg': 16 * MIB,
  'audio/amr': 16 * MIB,
  'audio/ogg': 16 * MIB,
  'video/mp4': 16 * MIB,
  'video/3gpp': 16 * MIB,
  'text/plain': 100 * MIB,
  'application/pdf': 100 * MIB,
  'application/msword': 100 * MIB,
  'application/vnd.ms-excel': 100 * MIB,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 100 * MIB,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 100 * MIB,
};
const UPLOAD_KEYS: readonly string[] = ['messaging_product', 'type', 'file', 'access_token'];

/** `POST /{phone-number-id}/media`, multipart. */
export async function uploadMedia(context: GraphContext, call: GraphCall, channelId: string): Promise<GraphResult> {
  const contentType = header(call.exchange, 'content-type') ?? '';
  if (!contentType.startsWith('multipart/form-data')) throw invalidParam('An upload must be multipart/form-data');
  const form = await readForm(call.exchange.body, contentType);
  const unknown = [...form.keys()].find((key) => !UPLOAD_KEYS.includes(key));
  if (unknown !== undefined) throw invalidParam(`Unexpected parameter "${unknown}"`);
  if (form.get('messaging_product') !== 'whatsapp') throw invalidParam('The parameter messaging_product is required.');
  const file = form.get('file');
  if (!(file instanceof Blob)) throw invalidParam('The parameter file is required.');
  const type = form.get('type');
  const mime = baseType(isText(type) ? type : file.type);
  const limit = LIMITS[mime];
  if (limit === undefined) throw invalidParam(`Param file must be a file with one of the supported types, not ${mime}`);
  const bytes = Buffer.from(await file.arrayBuffer());
  if (bytes.length > limit) throw whatsappError(131053, 'Media upload error', `${mime} has at most ${limit} bytes`);
  const media = context.state.media.add({ bytes, mime, channelId, filename: file.name });
  return { json: { id: media.id } };
}

async function readForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw invalidParam('The multipart body cannot be read');
  }
}

/** `audio/ogg; codecs=opus` is `audio/ogg`. */
function baseType(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase();
}

/** `GET /{media-id}`: the address works for five minutes. */
export function lookUpMedia(context: GraphContext, call: GraphCall, media: Media): GraphResult {
  onlyParams(call.params, ['phone_number_id']);
  assertOwner(context, call, media);
  const { id, mime, bytes } = media;
  return {
    json: {
      url: `${context.baseUrl()}/media/${context.state.media.issueAddress(media)}`,
      mime_type: mime,
      sha256: sha256(bytes, 'hex'),
      file_size: bytes.length,
      id,
      messaging_product: 'whatsapp',
    },
  };
}

/** `DELETE /{media-id}` */
export function deleteMedia(context: GraphContext, call: GraphCall, media: Media): GraphResult {
  onlyParams(call.params, ['phone_number_id']);
  assertOwner(context, call, media);
  context.state.media.remove(media.id);
  return { json: { success: true } };
}

function assertOwner(context: GraphContext, call: GraphCall, media: Media): void {
  const token = requireToken(context, call);
  if (media.channelId !== null && !token.targets.includes(media.channelId)) throw missingObject(call.method, media.id);
  const claimed = call.params['phone_number_id'];
  if (claimed !== undefined) requireChannel(context, call, isText(claimed) ? claimed : '');
}

/** `GET /media/{address}`: needs the same bearer token and a User-Agent. */
export function downloadMedia(context: GraphContext, exchange: Exchange): void {
  const { state, ledger } = context;
  const media = state.media.byAddress(exchange.path.slice('/media/'.length));
  const token = state.tokens.find(bearerToken(exchange) ?? '');
  const authorised = token !== undefined && state.tokens.stateOf(token) === 'valid' && mayRead(media, token.targets);
  ledger.append('media.download', { authorised, found: media !== undefined }, media?.id);
  if (!authorised)
    return writeReply(exchange.res, { status: 401, json: new GraphError(190, 'Invalid OAuth access token').toJson() });
  if (header(exchange, 'user-agent') === undefined)
    return writeReply(exchange.res, { status: 400, json: { error: 'No User-Agent' } });
  if (media === undefined) return writeReply(exchange.res, { status: 404, json: { error: 'URL expired or unknown' } });
  serveMedia(context, exchange, media);
}

function mayRead(media: Media | undefined, targets: readonly string[]): boolean {
  return media === undefined || media.channelId === null || targets.includes(media.channelId);
}

/** `GET /cdn/{id}`: signed addresses of Messenger and Instagram, without a token. */
export function serveCdn(context: GraphContext, exchange: Exchange): void {
  const media = context.state.media.find(decodeURIComponent(exchange.path.slice('/cdn/'.length)));
  context.ledger.append('media.download', { cdn: true, found: media !== undefined }, media?.id);
  if (media === undefined) return writeReply(exchange.res, { status: 404, json: { error: 'No such file' } });
  serveMedia(context, exchange, media);
}

function serveMedia(context: GraphContext, exchange: Exchange, media: Media): void {
  const bytes = context.state.media.fetchBytes(media);
  if (bytes === null) return writeReply(exchange.res, { status: 503, json: { error: 'Try again' } });
  writeReply(exchange.res, { status: 200, bytes, contentType: media.mime });
}
