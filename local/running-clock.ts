import { after, SECOND } from '../lib/time/instant.ts'
import type { Cloud } from './cloud.ts'

/**
 * Between jumps the clock runs as clocks do, so that receipts arrive while one watches.
 * @returns what stops it
 */
export function letTimePass(cloud: Pick<Cloud, 'now' | 'advanceTo' | 'save'>): () => void {
  const timer = setInterval(() => {
    cloud
      .advanceTo(after(cloud.now(), SECOND))
      .then(cloud.save)
      .catch((error: unknown) => console.error('the clock could not move:', error))
  }, SECOND)
  return () => clearInterval(timer)
}
