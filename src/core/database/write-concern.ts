export interface ServerHello {
  setName?: string;
  msg?: string;
}

export interface DurableWriteConcern {
  w: 1 | 'majority';
  j: true;
}

/**
 * On a replica set only a majority survives a change of primary. On the embedded engine `majority` does not wait for
 * the journal: acknowledged writes were lost in kills, none with w: 1.
 */
export function durableWriteConcern(hello: ServerHello): DurableWriteConcern {
  const isReplicated = hello.setName !== undefined || hello.msg === 'isdbgrid';
  return { w: isReplicated ? 'majority' : 1, j: true };
}
