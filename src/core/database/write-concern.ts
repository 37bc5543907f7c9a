/** The fields of the server's answer to `hello` that tell its kind. */
export interface ServerHello {
  /** Only members of a replica set have it. */
  setName?: string;
  /** 'isdbgrid' is a mongos, the router of a sharded cluster. */
  msg?: string;
}

/** A write concern under which an acknowledged write survives the death of the process that acknowledged it. */
export interface DurableWriteConcern {
  w: 1 | 'majority';
  j: true;
}

/**
 * The write concern for everything that may not be lost, by what the server says it is.
 *
 * On a replica set only a majority survives a change of primary. The embedded engine has no members, and there
 * `majority` does not wait for the journal: writes acknowledged so were lost when the engine was killed, none with w: 1.
 */
export function durableWriteConcern(hello: ServerHello): DurableWriteConcern {
  const isReplicated = hello.setName !== undefined || hello.msg === 'isdbgrid';
  return { w: isReplicated ? 'majority' : 1, j: true };
}
