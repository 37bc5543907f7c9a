import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { fetchFile, type FetchFileOptions } from '../../../core/outbound/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import { GraphClient, GraphRefusal } from '../meta/index.js';
import type { Attachment, Message } from '../message-log/index.js';
import { type FilePlace, FileSources } from './file-sources.js';
import { maxReceivedBytesOf } from './file-kinds.js';
import { FETCH_TIMEOUT_MS, MAX_PICTURE_BYTES, PICTURE_TIMEOUT_MS } from './media.constants.js';

/** Downloads a received file from the provider. */
@Injectable()
export class MediaSource {
  constructor(
    private readonly channels: ChannelDirectory,
    private readonly graph: GraphClient,
    private readonly sources: FileSources,
    private readonly config: AppConfig,
  ) {}

  /**
   * @returns the size in bytes
   * @throws the errors of {@link fetchFile} and {@link GraphClient}; AppError where the channel has no token
   */
  async fetch(
    scope: CompanyScope,
    message: Message,
    attachment: Attachment,
    { path, signal }: { path: string; signal: AbortSignal },
  ): Promise<number> {
    const { url, media_id } = attachment.source ?? {};
    const limits = { maxBytes: maxReceivedBytesOf(attachment.type), timeoutMs: FETCH_TIMEOUT_MS };
    const options = { path, signal, ...limits, allowLoopback: this.allowsLoopback };
    if (media_id && message.channel_id) {
      return this.fetchById(scope, message.channel_id.toHexString(), media_id, options);
    }
    const place = await this.placeOf(scope, message, url ?? '');
    return (await fetchFile(place.url, { ...options, ...place })).size;
  }

  /** A small picture without a token. @throws the errors of {@link fetchFile} */
  async fetchPicture(url: string, { path, signal }: { path: string; signal: AbortSignal }): Promise<void> {
    const limits = { maxBytes: MAX_PICTURE_BYTES, timeoutMs: PICTURE_TIMEOUT_MS };
    await fetchFile(url, { path, signal, ...limits, allowLoopback: this.allowsLoopback });
  }

  private async placeOf(scope: CompanyScope, { channel_id }: Message, url: string): Promise<FilePlace> {
    const source = channel_id && this.sources.find(await this.channels.kindOf(scope, channel_id));
    if (!channel_id || !source) return { url };
    const { channel } = await this.channels.credentials(scope, channel_id);
    return source.placeOf(channel, url);
  }

  /** The sandbox serves its files from this machine. */
  private get allowsLoopback(): boolean {
    return this.config.sandbox || this.config.nodeEnv === 'test';
  }

  /** WhatsApp gives an address for five minutes, which needs the same token. */
  private async fetchById(
    scope: CompanyScope,
    channelId: string,
    mediaId: string,
    options: FetchFileOptions,
  ): Promise<number> {
    const credentials = await this.channels.credentials(scope, channelId);
    const { channel, access_token } = credentials;
    const query = { phone_number_id: channel.external_id };
    const { url } = await this.graph
      .get(encodeURIComponent(mediaId), access_token, query)
      .catch(async (error: unknown) => {
        if (error instanceof GraphRefusal && error.isAboutToken) {
          await this.channels.reportAuthError(credentials, {
            code: `GRAPH_${error.code}`,
            message: error.message,
          });
        }
        throw error;
      });
    const headers = { authorization: `Bearer ${access_token}` };
    return (await fetchFile(typeof url === 'string' ? url : '', { ...options, headers })).size;
  }
}
