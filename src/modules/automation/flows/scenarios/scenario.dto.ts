import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Choice, Part, Text, Texts } from '../../../../core/http/index.js';
import { STOP_REASONS, type StopReason } from '../../flow-core/index.js';
import { SimulationDto, SimulationSetupDto } from '../simulation/simulation.dto.js';
import type { FlowScenario } from './flow-scenario.schema.js';
import type { PlayedScenario } from './scenario-runner.js';

const MAX_NAME_LENGTH = 100;
const MAX_EXPECTED = 100;
const MAX_NODE_ID = 64;
const MAX_TEXT = 4_096;

/** A part that is left out is not checked. */
export class ScenarioExpectationDto {
  /** Null: the flow still waits at the end. */
  @Choice(STOP_REASONS, { nullable: true })
  stop_reason?: StopReason | null;

  /** Ids of nodes that must run. */
  @Texts(MAX_EXPECTED, MAX_NODE_ID, { optional: true })
  must_visit?: string[];

  /** Each is a part of something that the flow says. */
  @Texts(MAX_EXPECTED, MAX_TEXT, { optional: true })
  says?: string[];
}

export class CreateScenarioDto extends SimulationSetupDto {
  @Text(MAX_NAME_LENGTH)
  name!: string;

  @Part(() => ScenarioExpectationDto)
  expected!: ScenarioExpectationDto;
}

/** Fields that are left out stay as they are. */
export class UpdateScenarioDto extends PartialType(CreateScenarioDto, { skipNullProperties: false }) {}

export class ScenarioDto extends SimulationSetupDto {
  _id!: string;
  name!: string;
  declare now: string;
  @ApiProperty({ type: () => ScenarioExpectationDto }) expected!: ScenarioExpectationDto;
  @ApiProperty({ type: 'integer', description: 'The version that If-Match takes' }) version!: number;
  created_at!: Date;
  updated_at!: Date;
}

export class ScenarioPageDto {
  @ApiProperty({ type: () => [ScenarioDto] }) items!: ScenarioDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class PlayedScenarioDto {
  _id!: string;
  name!: string;
  passed!: boolean;
  @ApiProperty({ type: [String], description: 'What the flow did not do; empty if it passed' })
  failures!: readonly string[];
  @ApiProperty({ type: () => SimulationDto }) simulation!: SimulationDto;
}

export class PlayedScenariosDto {
  @ApiProperty({ description: 'Whether all passed' }) passed!: boolean;
  @ApiProperty({ type: () => [PlayedScenarioDto] }) items!: PlayedScenarioDto[];
}

export function toScenarioDto({ _id, name, setup, expected, revision, ...dates }: FlowScenario): ScenarioDto {
  const { created_at, updated_at } = dates;
  return { _id: _id.toHexString(), name, ...setup, expected, version: revision, created_at, updated_at };
}

export function toPlayedDto({ scenario: { _id, name }, failures, simulation }: PlayedScenario): PlayedScenarioDto {
  return { _id: _id.toHexString(), name, passed: failures.length === 0, failures, simulation };
}
