import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, LocalDate, Text } from '../../../../../core/http/index.js';
import { PROOF_STATES, type ProofState } from '../gate-proof.schema.js';

const MAX_NAME = 100;

export class SendProofDto {
  @Text(MAX_NAME, {
    example: 'Rabies',
    description: 'The name of a gate in `pending_on` of the appointment; the file is a proof for this gate',
  })
  name!: string;

  @Id({ optional: true, description: 'The pet that the proof is about; send it if several pets need the same proof' })
  pet_id?: string;
}

export class ProofFileDto {
  @ApiProperty({ type: String, format: 'binary', description: 'A picture or a PDF, 10 MB at most' })
  file!: unknown;
}

export class DecideProofDto {
  @Choice(['accepted', 'refused'])
  state!: Exclude<ProofState, 'waiting'>;

  @LocalDate({
    nullable: true,
    description: 'Only for proofs about a pet: the last day on which the proof is valid; null: no end',
  })
  valid_until?: string | null;

  @Id({
    optional: true,
    description:
      'The pet that the proof is about; needed to accept a proof that was sent before the appointment named its pets',
  })
  pet_id?: string;
}

export class ReceivedProofDto {
  @ApiProperty() _id!: string;
  @ApiProperty({ enum: PROOF_STATES }) state!: ProofState;
}

export class GateProofDto {
  @ApiProperty() _id!: string;
  @ApiProperty() kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) pet_id!: string | null;
  @ApiProperty({ description: 'Address of the file; it works for an hour' }) url!: string;
  @ApiProperty() mime_type!: string;
  @ApiProperty({ description: 'Bytes' }) size!: number;
  @ApiProperty({ enum: PROOF_STATES }) state!: ProofState;
  @ApiProperty({ type: String, format: 'date-time' }) created_at!: Date;
}

export class GateProofListDto {
  @ApiProperty({ type: [GateProofDto] }) items!: GateProofDto[];
}
