import { HttpModule } from '@nestjs/axios';
import { Module } from '@nestjs/common';
import { GraphClient } from './graph-client.js';
import { GraphRoutes } from './graph-routes.js';

@Module({
  imports: [HttpModule.register({ proxy: false })],
  providers: [GraphRoutes, GraphClient],
  exports: [GraphRoutes, GraphClient],
})
export class GraphModule {}
