import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DirectoryChannel } from '../channels/index.js';
import { type FilePlace, type FileSource, FileSources } from '../media/index.js';
import { WahaHttp } from './client/waha-http.js';
import { WahaConnectionService } from './connection/waha-connection.service.js';
import { WAHA_KIND } from './waha-kind.js';

const FILES_PATH = '/api/files/';

/**
 * Files of customers lie on the WAHA server. It often gives an address of `localhost`, because nobody told it its
 * own, so only the path counts. Its key never goes to another host.
 */
@Injectable()
export class WahaFiles implements FileSource, OnModuleInit {
  constructor(
    private readonly connections: WahaConnectionService,
    private readonly http: WahaHttp,
    private readonly sources: FileSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(WAHA_KIND, this);
  }

  /** @throws AppError WAHA_NOT_CONNECTED */
  async placeOf({ scope }: Pick<DirectoryChannel, 'scope'>, address: string): Promise<FilePlace> {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const at = url?.pathname.indexOf(FILES_PATH) ?? -1;
    if (!url || at < 0) return { url: address };
    const { base_url, api_key } = await this.connections.server(scope);
    const headers = { 'x-api-key': api_key };
    return { url: base_url + url.pathname.slice(at) + url.search, headers, allowed: this.http.allowed };
  }
}
