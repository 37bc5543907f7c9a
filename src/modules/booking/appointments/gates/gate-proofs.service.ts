import { Injectable } from '@nestjs/common';
import { fileTypeFromFile } from 'file-type';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { UploadedFile } from '../../../../core/http/index.js';
import { newStorageKey, UrlSigner, Storage } from '../../../../core/storage/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import { AppointmentsRepository, type StoredBooking } from '../../reservations/index.js';
import { appointmentStatus } from '../appointment.view.js';
import { invalidField } from '../../availability/index.js';
import { DecideProofDto, GateProofDto, SendProofDto } from './dto/gate-proofs.dto.js';
import type { GateProof, ProofState } from './gate-proof.schema.js';
import { GateProofsRepository } from './gate-proofs.repository.js';
import { gateKey } from './gate-records.repository.js';
import { GateRecordsService } from './gate-records.service.js';

export const MAX_PROOF_BYTES = 10 * 1024 * 1024;
const MAX_PROOFS = 10;
const ACCEPTED_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/heic', 'application/pdf'];
const URL_LIFE_MS = 3_600_000;

export interface WantedProof {
  kind: string;
  name: string;
  pet_id: string | null;
  pet_name: string | null;
  state: ProofState | 'missing';
}

@Injectable()
export class GateProofsService {
  constructor(
    private readonly proofs: GateProofsRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly records: GateRecordsService,
    private readonly storage: Storage,
    private readonly urls: UrlSigner,
    private readonly pets: PetsService,
  ) {}

  /** @throws AppError VALIDATION_ERROR unless the gate is pending | UNSUPPORTED_MEDIA_TYPE | LIMIT_REACHED */
  async add(scope: CompanyScope, booking: StoredBooking, which: SendProofDto, file: UploadedFile): Promise<GateProof> {
    const reason = booking.pending_on.find(
      ({ kind, name, pet_id }) =>
        kind !== 'approval' &&
        gateKey(name) === gateKey(which.name) &&
        (which.pet_id === undefined || pet_id?.toHexString() === which.pet_id.toLowerCase()),
    );
    if (!reason) throw invalidField('name', 'must be the name of a gate in pending_on of the appointment');
    const type = await fileTypeFromFile(file.path);
    if (!type || !ACCEPTED_TYPES.includes(type.mime)) throw notAProof();
    if ((await this.proofs.of(scope, [booking._id])).length >= MAX_PROOFS) throw tooManyProofs();
    const { kind, name, pet_id } = reason;
    const storage_key = newStorageKey(scope.id, type.ext);
    // The document comes first: a file without a document could never be deleted.
    const facts = { storage_key, mime_type: type.mime, size: file.size };
    const proof = await this.proofs.create(scope, { appointment_id: booking._id, kind, name, pet_id, ...facts });
    try {
      await this.storage.put(storage_key, file, { mime: type.mime });
    } catch (error) {
      // Nobody may read that the company has a file which is not there.
      await this.proofs.deleteById(scope, proof._id);
      throw error;
    }
    return proof;
  }

  /** The proofs that the appointment waits for, each with the state of the newest file. */
  async wanted(scope: CompanyScope, booking: StoredBooking): Promise<WantedProof[]> {
    const gates = booking.pending_on.filter(({ kind }) => kind !== 'approval');
    if (gates.length === 0 || appointmentStatus(booking) !== 'pending') return [];
    const sent = await this.proofs.of(scope, [booking._id]);
    const stateOf = ({ name, pet_id }: (typeof gates)[number]) =>
      sent.findLast((one) => gateKey(one.name) === gateKey(name) && isSameId(one.pet_id, pet_id))?.state;
    const pets = await this.pets.getMany(
      scope,
      gates.flatMap(({ pet_id }) => pet_id ?? []),
    );
    return gates.map((gate) => ({
      ...{ kind: gate.kind, name: gate.name, pet_id: gate.pet_id?.toHexString() ?? null },
      pet_name: pets.find(({ _id }) => isSameId(_id, gate.pet_id))?.name ?? null,
      state: stateOf(gate) ?? 'missing',
    }));
  }

  /** Oldest first. @throws AppError NOT_FOUND for the appointment */
  async list(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<GateProof[]> {
    const { _id } = await this.appointments.getBooking(scope, appointmentId);
    return this.proofs.of(scope, [_id]);
  }

  /**
   * Accepting records a signature or clearance; repeating completes an interrupted decision. @throws AppError NOT_FOUND |
   * INVALID_TRANSITION | PROOF_WITHOUT_PET | VALIDATION_ERROR
   */
  async decide(
    scope: CompanyScope,
    appointmentId: Types.ObjectId,
    id: Types.ObjectId,
    { state, valid_until = null, pet_id: named }: DecideProofDto,
  ): Promise<GateProof> {
    const booking = await this.appointments.getBooking(scope, appointmentId);
    const proof = await this.proofs.getById(scope, id);
    if (!proof.appointment_id.equals(booking._id)) throw AppError.notFound('Proof');
    const pet_id = named === undefined ? proof.pet_id : petOf(booking, named);
    if (state === 'accepted' && proof.kind !== 'agreement' && !pet_id) throw proofWithoutPet();
    const decided = (await this.proofs.decide(scope, id, state, pet_id)) ?? (await this.proofs.getById(scope, id));
    if (decided.state !== state)
      throw AppError.conflict('INVALID_TRANSITION', `Staff have already decided about this proof: ${decided.state}`);
    if (state === 'accepted') await this.record(scope, booking, { ...decided, pet_id }, valid_until);
    return decided;
  }

  async removeOfContact(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    const ids = await this.appointments.idsOfContact(scope, contactId);
    for (const { _id, storage_key } of await this.proofs.of(scope, ids)) {
      await this.storage.delete(storage_key);
      await this.proofs.deleteById(scope, _id);
    }
  }

  /** The URL works for one hour. */
  toDto({ _id, kind, name, pet_id, storage_key, mime_type, size, state, created_at }: GateProof): GateProofDto {
    const url = this.urls.sign(storage_key, URL_LIFE_MS);
    const pet = pet_id?.toHexString() ?? null;
    return { _id: _id.toHexString(), kind, name, pet_id: pet, url, mime_type, size, state, created_at };
  }

  private async record(
    scope: CompanyScope,
    { contact_id }: StoredBooking,
    { _id, kind, name, pet_id }: GateProof,
    valid_until: string | null,
  ): Promise<void> {
    if (kind === 'agreement' && contact_id)
      await this.records.sign(scope, { contact_id: contact_id.toHexString(), name }, _id);
    if (kind !== 'agreement' && pet_id)
      await this.records.clear(scope, { pet_id: pet_id.toHexString(), name, valid_until }, _id);
  }
}

const isSameId = (one: Types.ObjectId | null, other: Types.ObjectId | null): boolean =>
  one?.toHexString() === other?.toHexString();

/** @throws AppError VALIDATION_ERROR unless the pet is in the appointment */
function petOf({ pet_ids }: StoredBooking, id: string): Types.ObjectId {
  const pet = pet_ids.find((one) => one.toHexString() === id);
  if (!pet) throw invalidField('pet_id', 'must be a pet of the appointment; add the pet to the appointment first');
  return pet;
}

const proofWithoutPet = (): AppError =>
  new AppError(
    'PROOF_WITHOUT_PET',
    422,
    'This proof is about a pet, but nobody has said which one. Add the pet to the appointment, then send its id as pet_id',
  );

const notAProof = (): AppError =>
  new AppError('UNSUPPORTED_MEDIA_TYPE', 415, 'Send a picture (PNG, JPEG, WebP or HEIC) or a PDF');

const tooManyProofs = (): AppError =>
  AppError.conflict(
    'LIMIT_REACHED',
    `An appointment can have ${MAX_PROOFS} files at most; ask the company to review them`,
  );
