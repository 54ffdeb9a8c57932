import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { ChildServer } from './child-server.ts';
import { type KillPlan, killLoop } from './kill.ts';

/** A store in memory; `remember` decides what a kill leaves of it. */
function planOver(remember: (kept: readonly string[]) => readonly string[]): KillPlan {
  let kept: readonly string[] = [];
  const kill = async (): Promise<void> => {
    kept = remember(kept);
  };
  const server: ChildServer = { pid: 0, said: '', output: () => '', kill, stop: async () => 0 };
  return {
    kills: 2,
    writers: 2,
    longestLife: 40,
    random: () => 1,
    start: async () => server,
    write: async (_server, id) => {
      await sleep(1);
      kept = [...kept, id];
    },
    read: async () => kept,
  };
}

it('什么都没丢时报告干净', async () => {
  expect(await killLoop(planOver((kept) => kept))).toMatchObject({ kills: 2, lost: [], doubled: [] });
});

it('丢了一条就点名', async () => {
  const report = await killLoop(planOver((kept) => kept.slice(1)));
  expect(report.lost).toContain('0-0-0');
});

it('多出一条也点名', async () => {
  const report = await killLoop(planOver((kept) => [...kept, ...kept.slice(0, 1)]));
  expect(report.doubled).toContain('0-0-0');
});
