import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { mainLine } from '#platform/matters/timeline';
import { SUPERVISION_DOCUMENT } from './kind.ts';

/** The steps from where the document stands. */
function ahead(status: string): string {
  const state = { status, lapsedOn: localDate('2026-04-16'), reports: [], closedOn: null };
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
