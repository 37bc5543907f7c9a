import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HELLO_TIMEOUT_MS = 5_000;

export interface SidecarLink {
  readonly pid: number;
  readonly closed: Promise<void>;
  leave(): void;
  /** Also waits until the engine is closed, which other clients and the linger time delay. */
  leaveAndAwaitClose(): Promise<void>;
}

export async function linkSidecar(controlSocket: string): Promise<SidecarLink | undefined> {
  const socket = connect(controlSocket);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // 'close' follows every error.
  socket.on('error', () => undefined);
  const pid = await helloOf(socket);
  if (pid === undefined) {
    socket.destroy();
    return undefined;
  }
  // The link does not keep its process running.
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
