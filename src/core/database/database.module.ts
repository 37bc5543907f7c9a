import { type DynamicModule, Global, Module } from '@nestjs/common';
import { getConnectionToken, MongooseModule } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { AppConfig } from '../config/index.js';
import { tenancyOf, WireProbe } from '../tenancy/index.js';
import { DatabaseIndexService } from './database-index.service.js';
import { Migrator } from './migrations/index.js';
import { type DatabaseAddress, SERVER_SELECTION_TIMEOUT_MS } from './open-database.js';

const SOCKET_TIMEOUT_MS = 45_000;
const WAIT_QUEUE_TIMEOUT_MS = 10_000;

const wireProbe = {
  provide: WireProbe,
  inject: [getConnectionToken()],
  useFactory: (connection: Connection) => {
    const isTenant = (name: string): boolean => {
      const model = Object.values(connection.models).find((candidate) => candidate.collection.name === name);
      return model !== undefined && tenancyOf(model.schema) !== 'platform';
    };
    return new WireProbe(connection.getClient(), isTenant);
  },
};

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(address: DatabaseAddress): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        MongooseModule.forRootAsync({
          inject: [AppConfig],
          useFactory: (config: AppConfig) => ({
            uri: address.uri,
            maxPoolSize: config.mongodbPoolSize,
            serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
            socketTimeoutMS: SOCKET_TIMEOUT_MS,
            waitQueueTimeoutMS: WAIT_QUEUE_TIMEOUT_MS,
            writeConcern: address.writeConcern,
            monitorCommands: config.nodeEnv === 'test',
            autoIndex: false,
            autoCreate: false,
          }),
        }),
      ],
      providers: [DatabaseIndexService, Migrator, wireProbe],
      exports: [DatabaseIndexService, Migrator, WireProbe],
    };
  }
}
