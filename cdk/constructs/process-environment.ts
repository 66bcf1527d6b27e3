/**
 * How the C library of a function's process deals with memory (mallopt(3)). When a function's requests get warm, V8 compiles
 * more than a hundred of their functions at once, and takes 10 to 20 MB for that moment in blocks of 32 KB on threads of
 * their own. By default each thread keeps what it gave back; so told, all share one store, and blocks of that size go back to
 * the system. Saves some 10 MB of each function's peak, and no processor time that could be measured (docs/performance.md).
 */
export const PROCESS_ENVIRONMENT = {
  MALLOC_ARENA_MAX: '1',
  /** Bytes. */
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '65536',
} as const
