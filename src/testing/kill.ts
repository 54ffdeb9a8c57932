import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildServer } from './child-server.ts';

/**
 * Kill loop: writers write without pause, the server is killed at random moments and started again; in the end every
 * acknowledged write must be there. Generic in what a write is: a row, an act over HTTP, an upload.
 */
export type KillPlan = {
  readonly kills: number;
  readonly writers: number;
  /** Longest time between start and kill, in milliseconds; the moment is drawn evenly. */
  readonly longestLife: number;
  /** Most acknowledged writes before that time begins, drawn too: a slow machine is then tested as hard as a fast one. */
  readonly busyFor?: number;
  /** Draws in [0, 1): a seeded source makes a run repeatable as far as the machine allows. */
  readonly random: () => number;
  readonly start: () => Promise<ChildServer>;
  /** Resolves only when the server has acknowledged `id`; throws on anything else. Never retries by itself. */
  readonly write: (server: ChildServer, id: string) => Promise<void>;
  /** Every id the server still knows. */
  readonly read: (server: ChildServer) => Promise<readonly string[]>;
  /** What is killed; by default the server's process alone. */
  readonly kill?: (server: ChildServer, round: number) => Promise<void>;
};

export type KillReport = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged, and not there any more: must be empty. */
  readonly lost: readonly string[];
  /** There twice: must be empty. */
  readonly doubled: readonly string[];
};

export async function killLoop(plan: KillPlan): Promise<KillReport> {
  const acknowledged: string[] = [];
  for (let round = 0; round < plan.kills; round += 1) {
    const server = await plan.start();
    const life = new AbortController();
    const writers = Array.from({ length: plan.writers }, (_, writer) =>
      writeOn(plan, server, `${round}-${writer}`, acknowledged, life.signal),
    );
    await workDone(acknowledged, acknowledged.length + Math.floor(plan.random() * (plan.busyFor ?? 0)));
    await sleep(plan.random() * plan.longestLife);
    await (plan.kill ?? ((victim) => victim.kill()))(server, round);
    life.abort();
    await Promise.all(writers);
  }
  return { kills: plan.kills, acknowledged: acknowledged.length, ...(await compare(plan, acknowledged)) };
}

async function workDone(acknowledged: readonly string[], wanted: number): Promise<void> {
  for (let waited = 0; acknowledged.length < wanted && waited < 60_000; waited += 20) await sleep(20);
}

async function writeOn(plan: KillPlan, server: ChildServer, prefix: string, acknowledged: string[], life: AbortSignal): Promise<void> {
  for (let serial = 0; !life.aborted; serial += 1) {
    const id = `${prefix}-${serial}`;
    try {
      await plan.write(server, id);
      acknowledged.push(id);
    } catch {
      // Not acknowledged: it may be there or not, both are right.
      await sleep(5);
    }
  }
}

async function compare(plan: KillPlan, acknowledged: readonly string[]): Promise<Pick<KillReport, 'lost' | 'doubled'>> {
  const server = await plan.start();
  try {
    const times = new Map<string, number>();
    for (const id of await plan.read(server)) times.set(id, (times.get(id) ?? 0) + 1);
    const doubled = [...times].filter(([, count]) => count > 1).map(([id]) => id);
    return { lost: acknowledged.filter((id) => !times.has(id)), doubled };
  } finally {
    await server.stop();
  }
}
