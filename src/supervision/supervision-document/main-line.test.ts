import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { mainLine } from '#platform/matters/timeline';
import { SUPERVISION_DOCUMENT } from './kind.ts';

/** The steps from where the document stands. */
function ahead(status: string, type = 'opinion'): string {
  const state = { status, draft: { type }, lapsedOn: localDate('2026-04-16'), reports: [], closedOn: null };
  return mainLine(anyKind(SUPERVISION_DOCUMENT), [], state)
    .filter(({ reached, current }) => current || !reached)
    .map(({ name }) => name)
    .join(' ');
}

describe('流程线不列不会再走的步骤（细则第二十二条第二款）', () => {
  it.each([
    ['lapsed', '逾期未处理 办结'],
    ['measures-sealing', '处理决定用印 办结'],
    ['performed', '履行情况核查 办结'],
    ['withdrawn', '已撤回'],
  ])('%s', (status, line) => {
    expect(ahead(status)).toBe(line);
  });
});

describe('签收以后单位内部的步骤预先列出（细则第二十二条第一款）', () => {
  it.each([
    ['receiving', '签收 拟办 批办 整改承办 签发报告 整改核查 办结'],
    ['proposing', '拟办 批办 整改承办 签发报告 整改核查 办结'],
    ['assigning', '批办 整改承办 签发报告 整改核查 办结'],
    ['handling', '整改承办 签发报告 整改核查 办结'],
  ])('%s', (status, line) => {
    expect(ahead(status)).toBe(line);
  });

  it('情况核实函只须复函，不列拟办、批办', () => {
    expect(ahead('receiving', 'inquiry')).not.toContain('拟办');
  });
});
