import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InboundMappers } from '../inbound-events/index.js';
import { mapItem } from './mapping/map-item.js';
import { META_SOURCE } from './meta-platforms.js';

/** Registers Meta with the inbox: how its stored items are read. */
@Injectable()
export class MetaRegistration implements OnModuleInit {
  constructor(private readonly mappers: InboundMappers) {}

  onModuleInit(): void {
    this.mappers.register(META_SOURCE, mapItem);
  }
}
