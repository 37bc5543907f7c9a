import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { UsersModule } from '../../accounts/users/index.js';
import { BookingCatalogModule } from '../../booking/catalog/index.js';
import { ChannelsModule } from '../../inbox/channels/index.js';
import { CheckContextReader } from './check/check-context.reader.js';
import { FlowChecker } from './check/flow-checker.js';
import { CompanyThings } from './exchange/company-things.js';
import { FlowExchangeController } from './exchange/exchange.controller.js';
import { FlowExchange } from './exchange/flow-exchange.js';
import { FlowAuthors } from './flow-authors.js';
import { FlowPresenter } from './flow-presenter.js';
import { FlowVersionsRepository } from './flow-versions.repository.js';
import { FlowsController } from './flows.controller.js';
import { FlowsRepository } from './flows.repository.js';
import { FlowsService } from './flows.service.js';
import { LiveFlowChanges } from './live/live-flow-changes.js';
import { LiveFlows } from './live/live-flows.js';
import { LiveFlowsVersionsRepository } from './live/live-flows-versions.repository.js';
import { FlowPublishingController } from './publishing/flow-publishing.controller.js';
import { FlowPublishingService } from './publishing/flow-publishing.service.js';
import { FlowScenario, FlowScenarioSchema } from './scenarios/flow-scenario.schema.js';
import { ScenarioRunner } from './scenarios/scenario-runner.js';
import { ScenariosController } from './scenarios/scenarios.controller.js';
import { ScenariosRepository } from './scenarios/scenarios.repository.js';
import { ScenariosService } from './scenarios/scenarios.service.js';
import { Flow, FlowSchema } from './schemas/flow.schema.js';
import { FlowVersion, FlowVersionSchema } from './schemas/flow-version.schema.js';
import { LiveFlowsVersion, LiveFlowsVersionSchema } from './schemas/live-flows-version.schema.js';
import { FlowSimulator } from './simulation/flow-simulator.js';
import { SimulationController } from './simulation/simulation.controller.js';
import { FlowTemplatesController } from './templates/flow-templates.controller.js';
import { TestWordsController } from './test-words/test-words.controller.js';
import { WordTester } from './test-words/word-tester.js';
import { VersionRetention } from './version-retention.service.js';

/** The definitions of flows: drafts, versions, scenarios, and what is live. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Flow.name, schema: FlowSchema },
      { name: FlowScenario.name, schema: FlowScenarioSchema },
      { name: FlowVersion.name, schema: FlowVersionSchema },
      { name: LiveFlowsVersion.name, schema: LiveFlowsVersionSchema },
    ]),
    BookingCatalogModule,
    ChannelsModule,
    CompaniesModule,
    UsersModule,
  ],
  controllers: [
    FlowExchangeController,
    FlowTemplatesController,
    FlowsController,
    FlowPublishingController,
    ScenariosController,
    SimulationController,
    TestWordsController,
  ],
  providers: [
    CheckContextReader,
    CompanyThings,
    FlowAuthors,
    FlowChecker,
    FlowExchange,
    FlowPresenter,
    FlowPublishingService,
    FlowSimulator,
    FlowVersionsRepository,
    FlowsRepository,
    FlowsService,
    LiveFlowChanges,
    LiveFlows,
    LiveFlowsVersionsRepository,
    ScenarioRunner,
    ScenariosRepository,
    ScenariosService,
    VersionRetention,
    WordTester,
  ],
  exports: [LiveFlows],
})
export class FlowsModule {}
