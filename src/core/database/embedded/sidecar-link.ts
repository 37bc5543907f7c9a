import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HELLO_TIMEOUT_MS = 5_000;

/** One client's connection to a serving sidecar. While it is open, the sidecar keeps the engine open. */
export interface SidecarLink {
  readonly pid: number;
  /** Resolves when the connection is gone, by whichever side. */
  readonly closed: Promise<void>;
  /** Gives the sidecar up. */
  leave(): void;
  /** Gives the sidecar up and waits until it has closed the engine: for as long as it has other clients, and lingers. */
  leaveAndAwaitClose(): Promise<void>;
}

/** Connects to the sidecar behind a control socket; undefined if none serves there (any more). */
export async function linkSidecar(controlSocket: string): Promise<SidecarLink | undefined> {
  const socket = connect(controlSocket);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // An error is always followed by 'close', which is what everybody waits for.
  socket.on('error', () => undefined);
  const pid = await helloOf(socket);
  if (pid === undefined) {
    socket.destroy();
    return undefined;
  }
  // A client that has nothing else to do may end.
  socket.unref();
  return {
    pid,
    closed,
    leave: () => socket.destroy(),
    leaveAndAwaitClose: async () => {
      socket.ref();
      socket.write('leave\n');
      await closed;
    },
  };
}

/** The sidecar greets with one line of JSON, { pid }. It is a few bytes written at once, so it comes in one piece. */
async function helloOf(socket: Socket): Promise<number | undefined> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(HELLO_TIMEOUT_MS)]);
  socket.once('close', () => stop.abort());
  try {
    const [hello] = (await once(socket, 'data', { signal })) as [Buffer];
    return (JSON.parse(hello.toString()) as { pid: number }).pid;
  } catch {
    return undefined;
  }
}
