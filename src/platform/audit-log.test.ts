import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTION_NAMES } from './audit-log.ts';
import { packageRoot } from './package-root.ts';

describe('审计日志写明做了什么', () => {
  it('代码中每一种记入日志的操作都有中文名称', () => {
    const src = join(packageRoot(), 'src');
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.test)\.ts$/.test(path));
    const written = files.flatMap((path) => {
      const code = readFileSync(join(src, path), 'utf8');
      return /\baudit\(|\bauditActor\b|AuditEvent|noteDownload|decideAs/.test(code)
        ? [...code.matchAll(/\baction: '([a-z.-]+)'/g)].map(([, action]) => action ?? '')
        : [];
    });
    expect(written.length).toBeGreaterThan(20);
    expect([...new Set(written)].filter((action) => !(action in ACTION_NAMES))).toEqual([]);
  });
});
