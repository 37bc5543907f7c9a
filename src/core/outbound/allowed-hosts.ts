/** `host:port` of hosts that the operator of the installation allows although they are private. */
export class AllowedHosts {
  private readonly entries: ReadonlySet<string>;

  constructor(entries: readonly string[]) {
    this.entries = new Set(entries.map((entry) => entry.toLowerCase()));
  }

  has(url: URL): boolean {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return this.entries.has(`${url.hostname.toLowerCase()}:${port}`);
  }
}
