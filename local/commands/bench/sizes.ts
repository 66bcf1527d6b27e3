import { BUNDLING } from '../../../cdk/constructs/bundling.ts'
import { type Bundle, bundleOfFunction, FUNCTIONS } from './bundles.ts'
import type { Figure, Row } from './row.ts'

const MOST_KILOBYTES = 600
const NAMED = 5

/** The bundle of each function as the stack deploys it. */
export async function sizesRow(): Promise<Row> {
  const bundles = await Promise.all(
    FUNCTIONS.map(async (name) => ({ name, bundle: await bundleOfFunction(name) })),
  )
  return {
    name: 'sizes',
    measured: `each function as deployed: one CommonJS file, minified, without ${BUNDLING.externalModules.length} modules that it never asks for or that are data beside it`,
    figures: bundles.flatMap(({ name, bundle }) => figuresOf(name, bundle)),
    limit: `no function over ${MOST_KILOBYTES} KB; the data beside it is counted apart`,
    passes: bundles.every(({ bundle }) => kilobytes(bundle.bytes) <= MOST_KILOBYTES),
  }
}

const figuresOf = (name: string, { bytes, modules, bytesBeside }: Bundle): readonly Figure[] => [
  { name, value: kilobytes(bytes), unit: 'KB' },
  ...(bytesBeside > 0
    ? [{ name: `${name}: data beside it`, value: kilobytes(bytesBeside), unit: 'KB' }]
    : []),
  ...modules.slice(0, NAMED).map(({ path, bytes: size }) => ({
    name: `${name}: ${path.replace('node_modules/', '')}`,
    value: kilobytes(size),
    unit: 'KB',
  })),
]

const kilobytes = (bytes: number): number => Math.round(bytes / 1000)
