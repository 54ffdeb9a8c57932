import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { startChild } from '#testing/child-server';
import { lockFolder } from './data-folder-lock.ts';
import { ownIdentity } from './data-folder-process.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockFile = (): string => join(folder, 'faheng.lock');
const leaveLock = (holder: object): void => writeFileSync(lockFile(), JSON.stringify(holder));
const holdIt = () => startChild({ program: 'src/testing/hold-data-folder.ts', args: [folder, '--lock-only'], ready: /^(holds|refused)/ });

describe('一个数据文件夹只由一个服务使用', () => {
  it('第二个服务被拒绝，并说明是哪个进程在用、可以怎么办', async () => {
    const first = await lockFolder(folder);
    const second = await lockFolder(folder);
    expect(second).toMatchObject({ refused: 'data-folder-in-use', reason: expect.stringContaining(`进程号 ${process.pid}`) });
    expect(isRefusal(second) && second.reason).toContain('DATA_DIR');
    if (!isRefusal(first)) first.release();
  });

  it('放开以后可以再用', async () => {
    const first = await lockFolder(folder);
    if (!isRefusal(first)) first.release();
    const second = await lockFolder(folder);
    expect(isRefusal(second)).toBe(false);
    if (!isRefusal(second)) second.release();
  });

  it('另一个进程在用时拒绝；它被 kill -9 以后可以接手', async () => {
    const other = await holdIt();
    expect(await lockFolder(folder)).toMatchObject({ refused: 'data-folder-in-use' });
    await other.kill();
    const taken = await lockFolder(folder);
    expect(isRefusal(taken)).toBe(false);
    if (!isRefusal(taken)) taken.release();
  });

  it('进程号被别的进程重新用上，不算原来的服务还在', async () => {
    leaveLock({ ...ownIdentity(), started: '1' });
    const taken = await lockFolder(folder);
    expect(isRefusal(taken)).toBe(false);
    if (!isRefusal(taken)) taken.release();
  });

  it('机器重启以前留下的锁不算数', async () => {
    leaveLock({ ...ownIdentity(), boot: '上一次开机' });
    const taken = await lockFolder(folder);
    expect(isRefusal(taken)).toBe(false);
    if (!isRefusal(taken)) taken.release();
  });

  it('别的容器里的服务：锁还在跳动就拒绝，不跳了就接手', async () => {
    leaveLock({ ...ownIdentity(), place: '另一台主机 pid:[1]' });
    const beat = setInterval(() => utimesSync(lockFile(), Math.random() * 1e9, Math.random() * 1e9), 20);
    const whileAlive = await lockFolder(folder, 200);
    clearInterval(beat);
    expect(whileAlive).toMatchObject({ refused: 'data-folder-in-use', reason: expect.stringContaining('另一台主机') });
    const afterwards = await lockFolder(folder, 200);
    expect(isRefusal(afterwards)).toBe(false);
    if (!isRefusal(afterwards)) afterwards.release();
  });

  it('写了一半的锁也会被接手', async () => {
    writeFileSync(lockFile(), '{"pid":');
    const taken = await lockFolder(folder, 100);
    expect(isRefusal(taken)).toBe(false);
    if (!isRefusal(taken)) taken.release();
  });

  it('几个服务同时抢一把旧锁，只有一个得到', async () => {
    leaveLock({ ...ownIdentity(), started: '1' });
    const rivals = await Promise.all(Array.from({ length: 3 }, holdIt));
    expect(rivals.filter(({ said }) => said === 'holds')).toHaveLength(1);
    const winner = rivals.find(({ said }) => said === 'holds');
    expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ pid: winner?.pid });
    await Promise.all(rivals.map((rival) => rival.kill()));
  });
});
