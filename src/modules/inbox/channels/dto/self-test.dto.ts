import { ApiProperty } from '@nestjs/swagger';
import { SELF_TEST_STEPS, type SelfTestStep } from '../account-connector.js';
import type { SelfTestReport } from '../self-test/self-test-report.js';
import { ChannelDto } from './channel.dto.js';

export class SelfTestStepDto {
  @ApiProperty({ enum: SELF_TEST_STEPS })
  step!: SelfTestStep;

  ok!: boolean;

  /** What was found, in words for the person who has to mend it. */
  message!: string;
}

/** What a channel can do right now. The test ends at the first step that fails. */
export class SelfTestReportDto implements SelfTestReport {
  ok!: boolean;

  @ApiProperty({ enum: SELF_TEST_STEPS, nullable: true })
  failed_step!: SelfTestStep | null;

  @ApiProperty({ type: [SelfTestStepDto] })
  steps!: SelfTestStepDto[];

  @ApiProperty({ type: ChannelDto })
  channel!: ChannelDto;
}
