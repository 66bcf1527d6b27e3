import { cpus, loadavg, totalmem } from 'node:os'

/** This machine in words: what the absolute figures hold for. */
export function machine(): string {
  const [cpu] = cpus()
  const gigabytes = Math.round(totalmem() / 1024 ** 3)
  const busy = loadavg()[0]?.toFixed(1)
  return `${cpus().length} processors (${cpu?.model.trim() || process.arch}), ${gigabytes} GB, Node ${process.versions.node}, ${process.platform}; load when it began: ${busy}`
}
