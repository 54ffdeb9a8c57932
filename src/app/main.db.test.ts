import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChildServer, serverPlan, startChild } from '#testing/child-server';
import { copyPlantedFolder } from '#testing/planted-folder';

let folder = '';
let server: ChildServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-main-'));
  await copyPlantedFolder(folder);
  server = await startChild(serverPlan(folder));
  // The whole demonstration city is planted first, by a first start of the program, where no other test has asked for it.
});
afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

const startAgain = (env: Readonly<Record<string, string>>): Promise<ChildServer> => startChild(serverPlan(folder, env));

describe('启动服务', () => {
  it('启动后健康检查通过', async () => {
    const answer = await fetch(`${server.said}/healthz`);
    expect(answer.status).toBe(200);
  });

  it('同一数据文件夹上的第二个服务不启动，第一个照常', async () => {
    await expect(startAgain({})).rejects.toThrow('正被另一个法衡服务使用');
    expect((await fetch(`${server.said}/healthz`)).status).toBe(200);
  });

  it('参数写错时不启动，说明是哪个变量', async () => {
    await expect(startAgain({ PORT: '八零八零' })).rejects.toThrow('法衡没有启动。启动参数有误：环境变量 PORT 应为 0 至 65535 的整数');
  });

  it('端口被占用时不启动，说明换端口的办法', async () => {
    const other = mkdtempSync(join(tmpdir(), 'faheng-main-'));
    const plan = serverPlan(other, { PORT: new URL(server.said).port });
    await expect(startChild(plan)).rejects.toThrow(/端口 \d+ 已被其他程序占用.*PORT=/);
    rmSync(other, { recursive: true, force: true });
  });

  it('收到停止信号，办完手头的请求正常退出，随后可以再启动', async () => {
    expect(await server.stop()).toBe(0);
    server = await startAgain({});
    expect((await fetch(`${server.said}/healthz`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
  });
});
