import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CannedRepliesController } from './canned-replies.controller.js';
import { CannedRepliesRepository } from './canned-replies.repository.js';
import { CannedReply, CannedReplySchema } from './schemas/canned-reply.schema.js';

/** Prepared answers that staff insert into the composer. */
@Module({
  imports: [MongooseModule.forFeature([{ name: CannedReply.name, schema: CannedReplySchema }])],
  controllers: [CannedRepliesController],
  providers: [CannedRepliesRepository],
  exports: [CannedRepliesRepository],
})
export class CannedRepliesModule {}
