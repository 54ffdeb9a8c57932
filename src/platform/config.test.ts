import { describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { type Machine, readConfig } from './config.ts';

const USER: Machine = { isRoot: false, home: '/home/official', temporary: '/tmp', canWriteVarLib: false };
const ROOT: Machine = { isRoot: true, home: '/root', temporary: '/tmp', canWriteVarLib: true };

describe('启动参数', () => {
  it('什么都不写也能启动：8080 端口、演示模式、自带数据库', () => {
    expect(readConfig({}, USER)).toEqual({
      port: 8080,
      host: null,
      mode: 'demo',
      dataDir: '/home/official/.local/share/faheng',
      databaseUrl: null,
      databaseConnections: 16,
      uploadLargestMib: 2048,
    });
  });

  it('以 root 启动时数据文件夹不放在 root 的家里，数据库账号进不去那里', () => {
    expect(readConfig({}, ROOT)).toMatchObject({ dataDir: '/var/lib/faheng' });
    expect(readConfig({}, { ...ROOT, canWriteVarLib: false })).toMatchObject({ dataDir: '/tmp/faheng' });
  });

  it('空字符串等于没有写', () => {
    expect(readConfig({ PORT: '', DATA_DIR: '', DATABASE_URL: '', MODE: '' }, USER)).toEqual(readConfig({}, USER));
  });

  it.each([
    ['PORT', '65536', '环境变量 PORT 应为 0 至 65535 的整数，现为“65536”'],
    ['PORT', '8o8o', '环境变量 PORT 应为 0 至 65535 的整数'],
    ['MODE', 'prod', '环境变量 MODE 应为 demo（演示）或 production（正式）'],
    ['DATA_DIR', '~/faheng', '环境变量 DATA_DIR 中的“~”不会展开'],
    ['DATABASE_URL', 'mysql://db/faheng', '环境变量 DATABASE_URL 应以 postgres://'],
    ['DATABASE_CONNECTIONS', '1', '环境变量 DATABASE_CONNECTIONS 应为 2 至 500 的整数'],
  ])('%s 写成“%s”时说明是哪个变量、错在哪里', (name, value, reason) => {
    const outcome = readConfig({ [name]: value }, USER);
    expect(isRefusal(outcome) && outcome.reason).toContain(reason);
  });

  it.each(['postgres', 'faheng', 'Password', '123456'])('正式运行拒绝数据库默认口令“%s”，演示不管；不是默认的口令可用', (password) => {
    const env = { MODE: 'production', DATABASE_URL: `postgres://faheng:${password}@db/faheng` };
    const outcome = readConfig(env, USER);
    expect(isRefusal(outcome) && outcome.reason).toContain('默认口令');
    expect(readConfig({ ...env, MODE: 'demo' }, USER)).toMatchObject({ mode: 'demo' });
    expect(readConfig({ ...env, DATABASE_URL: 'postgres://faheng:Kh7-luwei-82@db/faheng' }, USER)).toMatchObject({ mode: 'production' });
  });

  it('端口上限 65535 可用', () => {
    expect(readConfig({ PORT: '65535' }, USER)).toMatchObject({ port: 65535 });
  });

  it('几个变量都错时一次说全', () => {
    const outcome = readConfig({ PORT: 'x', MODE: 'y' }, USER);
    expect(isRefusal(outcome) && outcome.reason).toMatch(/PORT.*；.*MODE/);
  });
});
