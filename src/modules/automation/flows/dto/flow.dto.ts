import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { type FlowGraph, PROBLEM_SEVERITIES, type ProblemSeverity } from '../../flow-core/index.js';
import type { VersionRow } from '../flow-versions.repository.js';
import type { FlowRow } from '../flows.repository.js';
import { FLOW_STATUSES, type Flow, type FlowAuthor, type FlowStatus } from '../schemas/flow.schema.js';
import type { FlowVersion } from '../schemas/flow-version.schema.js';

/** With a description, because a reference alone is no `allOf`. */
export const graphOf = (description: string): ApiPropertyOptions => ({
  type: undefined,
  allOf: [{ $ref: '#/components/schemas/FlowGraph' }],
  description,
});

/** A person, or an API key by its name. */
export class FlowAuthorDto {
  _id!: string;
  @ApiProperty({ description: 'Empty if the person is gone' }) full_name!: string;
}

export class FlowHeadDto {
  _id!: string;
  name!: string;
  @ApiProperty({ description: 'Empty: every channel of the company' }) channel_ids!: string[];
  @ApiProperty({ enum: FLOW_STATUSES, description: '`draft` was never published; `paused` starts no run' })
  status!: FlowStatus;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The version that starts runs' })
  live_version!: number | null;
  @ApiProperty({ type: 'integer', description: 'The highest version; 0 before the first publication' })
  last_version!: number;
  @ApiProperty({ description: 'Whether the draft differs from the live version' }) has_changes!: boolean;
  @ApiProperty({ type: 'integer', description: 'The number that PATCH takes' }) draft_rev!: number;
  @ApiProperty({ type: () => FlowAuthorDto }) draft_by!: FlowAuthorDto;
  draft_at!: Date;
  created_at!: Date;
  updated_at!: Date;
}

class FlowCountsDto {
  @ApiProperty({ type: 'integer', description: 'Nodes of the draft' }) nodes!: number;
  @ApiProperty({ type: 'integer' }) versions!: number;
  @ApiProperty({ type: 'integer' }) scenarios!: number;
}

/** A flow of a list, without its graph. */
export class FlowRowDto extends FlowHeadDto {
  @ApiProperty({ type: () => FlowCountsDto }) counts!: FlowCountsDto;
}

export class FlowPageDto {
  @ApiProperty({ type: () => [FlowRowDto] }) items!: FlowRowDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class FlowDto extends FlowHeadDto {
  @ApiProperty(graphOf('The draft')) graph!: FlowGraph;
}

export class FlowVersionRowDto {
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ type: () => FlowAuthorDto }) published_by!: FlowAuthorDto;
  published_at!: Date;
  @ApiProperty({ description: 'Whether it is the live version' }) is_live!: boolean;
}

export class FlowVersionDto extends FlowVersionRowDto {
  @ApiProperty(graphOf('What was published')) graph!: FlowGraph;
}

export class FlowVersionPageDto {
  @ApiProperty({ type: () => [FlowVersionRowDto] }) items!: FlowVersionRowDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

/** The version that is live now. */
export class PublishedFlowDto {
  @ApiProperty({ type: () => FlowVersionRowDto }) version!: FlowVersionRowDto;
}

/** What the message of a problem names, so that a program can say it in its own words. */
export class ProblemDetailsDto {
  @ApiProperty({ required: false, description: 'The path of a variable, the name of a secret, or a label' })
  name?: string;
  @ApiProperty({ required: false, description: 'The field of the node’s data' }) field?: string;
  @ApiProperty({ required: false, description: 'The platform of the channel that cannot show it' }) platform?: string;
  @ApiProperty({
    required: false,
    type: 'integer',
    description: 'The most choices, characters, or hours of the reply window',
  })
  limit?: number;
  @ApiProperty({ required: false, description: 'The name of another flow' }) flow?: string;
}

export class FlowProblemDto {
  @ApiProperty({ description: 'Stable, for programs' }) code!: string;
  @ApiProperty({ enum: PROBLEM_SEVERITIES, description: 'A flow with warnings may be published' })
  severity!: ProblemSeverity;
  @ApiProperty({ required: false, description: 'The node with the problem' }) node_id?: string;
  message!: string;
  @ApiProperty({ required: false, type: () => ProblemDetailsDto }) details?: ProblemDetailsDto;
}

export class FlowProblemsDto {
  @ApiProperty({
    type: () => [FlowProblemDto],
    description: 'Errors first; without an error the flow may be published',
  })
  problems!: FlowProblemDto[];
}

/** Full names by hex id. */
export type Names = ReadonlyMap<string, string>;

type FlowHead = Omit<Flow, 'draft' | 'live_triggers' | 'published_rev' | 'company_id' | 'name_key'>;

export function toAuthorDto({ _id, key_name }: FlowAuthor, names: Names): FlowAuthorDto {
  const id = _id.toHexString();
  return { _id: id, full_name: key_name ?? names.get(id) ?? '' };
}

export function toFlowDto(flow: Flow, names: Names): FlowDto {
  return { ...toHead(flow, names), graph: flow.draft };
}

/** @param scenarios number of scenarios by the hex id of the flow */
export function toFlowRowDto(flow: FlowRow, names: Names, scenarios: ReadonlyMap<string, number>): FlowRowDto {
  const head = toHead(flow, names);
  const counts = { nodes: flow.nodes, versions: flow.last_version, scenarios: scenarios.get(head._id) ?? 0 };
  return { ...head, counts };
}

export function toVersionRowDto(version: VersionRow, live: number | null, names: Names): FlowVersionRowDto {
  const { number, note, published_at, published_by } = version;
  return { number, note, published_by: toAuthorDto(published_by, names), published_at, is_live: number === live };
}

export function toVersionDto(version: FlowVersion, live: number | null, names: Names): FlowVersionDto {
  return { ...toVersionRowDto(version, live, names), graph: version.graph };
}

function toHead(flow: FlowHead, names: Names): FlowHeadDto {
  const { _id, name, status, live_version, last_version, draft_rev, draft_at, created_at, updated_at } = flow;
  return {
    _id: _id.toHexString(),
    name,
    channel_ids: flow.channel_ids.map((id) => id.toHexString()),
    status,
    live_version,
    last_version,
    has_changes: flow.draft_hash !== flow.live_hash,
    draft_rev,
    draft_by: toAuthorDto(flow.draft_by, names),
    draft_at,
    created_at,
    updated_at,
  };
}
