import type { TestProject } from 'vitest/node';
import { type StartedCluster, startTestCluster, type TestCluster } from './cluster.ts';

let started: StartedCluster | null = null;

/** One database server for the whole run, whichever projects need it. */
export async function setup(project: TestProject): Promise<void> {
  started = await startTestCluster();
  project.provide('cluster', started.cluster);
}

export async function teardown(): Promise<void> {
  await started?.stop();
  started = null;
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}
