export { DISCRETION_BENCHMARK } from './kind.ts';
export { type DiscretionBenchmark, type PublishedVersion, versionOn } from './model.ts';
