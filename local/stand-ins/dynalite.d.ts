declare module 'dynalite' {
  import type { Server } from 'node:http'

  interface DynaliteOptions {
    /** Folder of the data; in memory when absent. */
    readonly path?: string
    /** Milliseconds that tables stay in CREATING, DELETING and UPDATING; 500 each when absent. */
    readonly createTableMs?: number
    readonly deleteTableMs?: number
    readonly updateTableMs?: number
  }

  function dynalite(options?: DynaliteOptions): Server
  export = dynalite
}
