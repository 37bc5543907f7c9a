import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { MessageLogModule } from '../message-log/index.js';
import { MessagesModule } from '../messages/index.js';
import { MetaModule } from '../meta/index.js';
import { FileSources } from './file-sources.js';
import { MediaController } from './media.controller.js';
import { MediaFetch } from './media-fetch.service.js';
import { MediaService } from './media.service.js';
import { PictureDownload } from './picture-download.service.js';
import { PlayableCopies } from './playable-copies.service.js';
import { MediaSource } from './media-source.service.js';

@Module({
  imports: [ChannelsModule, MessageLogModule, MessagesModule, MetaModule],
  controllers: [MediaController],
  providers: [MediaService, MediaSource, FileSources, MediaFetch, PictureDownload, PlayableCopies],
  exports: [PictureDownload, FileSources],
})
export class MediaModule {}
