import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { AppError } from '../errors/index.js';

export const MAX_UPLOADS_PER_USER = 4;
export const MAX_UPLOADS_PER_PROCESS = 40;

const FOLDER = 'uploads';
/** Longer than any upload: an older file of another machine is a leftover of a crash. */
const MAX_AGE_MS = 60 * 60_000;
const NAME = /^(?<host>.+)\.(?<pid>\d+)\.[0-9a-f]+\.part$/;

/** The caller of `begin` must call `end`. */
export interface RunningUpload {
  readonly path: string;
  /** Deletes the file and lets the next upload begin. */
  end(): Promise<void>;
}

/** Keeps incoming files on disk until their request ends, and limits their number. */
@Injectable()
export class UploadService implements OnModuleInit {
  readonly folder: string;
  private readonly perUser = new Map<string, number>();
  private total = 0;

  constructor({ dataDir }: Pick<AppConfig, 'dataDir'>) {
    this.folder = join(dataDir, FOLDER);
  }

  async onModuleInit(): Promise<void> {
    await this.removeLeftovers();
  }

  /** @throws AppError TOO_MANY_UPLOADS */
  async begin(userId: string): Promise<RunningUpload> {
    await this.makeFolder();
    const own = this.perUser.get(userId) ?? 0;
    if (own >= MAX_UPLOADS_PER_USER) {
      throw tooManyUploads(`You have ${own} running uploads; try again when one of them has finished`);
    }
    if (this.total >= MAX_UPLOADS_PER_PROCESS) {
      throw tooManyUploads('Too many uploads are running; try again in a minute');
    }
    this.perUser.set(userId, own + 1);
    this.total += 1;
    const path = this.newPath();
    return { path, end: () => this.end(userId, path) };
  }

  async placeForJob(): Promise<string> {
    await this.makeFolder();
    return this.newPath();
  }

  async removeLeftovers(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) {
      const path = join(this.folder, name);
      if (await isLeftover(path, name)) await rm(path, { force: true });
    }
  }

  private async makeFolder(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  private newPath(): string {
    return join(this.folder, `${hostname()}.${process.pid}.${randomBytes(8).toString('hex')}.part`);
  }

  private async end(userId: string, path: string): Promise<void> {
    const others = (this.perUser.get(userId) ?? 1) - 1;
    if (others === 0) this.perUser.delete(userId);
    else this.perUser.set(userId, others);
    this.total -= 1;
    await rm(path, { force: true });
  }
}

async function isLeftover(path: string, name: string): Promise<boolean> {
  const { host, pid } = NAME.exec(name)?.groups ?? {};
  // This process has no upload yet, so a file with its pid belongs to a dead process.
  if (host === hostname()) return Number(pid) === process.pid || !isAlive(Number(pid));
  const facts = await stat(path).catch(() => undefined);
  return facts !== undefined && facts.mtimeMs < Date.now() - MAX_AGE_MS;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function tooManyUploads(message: string): AppError {
  return new AppError('TOO_MANY_UPLOADS', 429, message);
}
