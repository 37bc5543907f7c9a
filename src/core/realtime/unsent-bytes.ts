import type { Socket } from 'socket.io';

type Connection = Socket['conn'];
type Transport = Connection['transport'];

/** A socket with more unsent bytes is closed: its client does not read. */
export const MAX_UNSENT_BYTES = 1024 * 1024;

/** Counts bytes that the network has not taken yet. */
export class UnsentBytes {
  private queued = 0;
  private inFlight = 0;
  private waiting: (() => void)[] = [];

  /** @param onTooMuch called once, when more than {@link MAX_UNSENT_BYTES} wait */
  constructor(
    private readonly connection: Connection,
    onTooMuch: () => void,
  ) {
    let isTooMuch = false;
    connection.on('packetCreate', ({ data }: { data?: string | Buffer }) => {
      this.queued += data === undefined ? 0 : Buffer.byteLength(data);
      if (isTooMuch || this.count <= MAX_UNSENT_BYTES) return;
      isTooMuch = true;
      setImmediate(onTooMuch);
    });
    connection.on('flush', () => {
      this.inFlight += this.queued;
      this.queued = 0;
    });
    this.watch(connection.transport);
    connection.on('upgrade', (transport: Transport) => {
      this.watch(transport);
      this.onDrain();
    });
    connection.once('close', () => this.settle());
  }

  get count(): number {
    return this.queued + this.inFlight;
  }

  /** Resolves when the network has taken everything, or the connection is closed. */
  async sent(): Promise<void> {
    if (this.count === 0 || this.connection.readyState === 'closed') return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private watch(transport: Transport): void {
    transport.on('drain', () => this.onDrain());
  }

  private onDrain(): void {
    this.inFlight = 0;
    if (this.queued === 0) this.settle();
  }

  private settle(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
