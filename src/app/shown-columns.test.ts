import { describe, expect, it } from 'vitest';
import { ledgerColumns } from '#platform/matters/export-columns';
import { shownColumns, unknownColumn } from '#platform/matters/shown-columns';
import * as corrections from '../enforcement/correction-ledger/routes/export-columns.ts';
import { CORRECTION_COLUMNS } from '../enforcement/correction-ledger/web/correction-ledger-page.tsx';
import * as fines from '../enforcement/fine-ledger/routes/export-columns.ts';
import { FINE_COLUMNS } from '../enforcement/fine-ledger/web/fine-ledger-page.tsx';
import * as goods from '../enforcement/ordinary-penalty/routes/export-columns.ts';
import { GOODS_COLUMNS } from '../enforcement/ordinary-penalty/web/goods-page.tsx';
import * as decisions from '../enforcement/penalty-records/routes/export-columns.ts';
import { DECISION_COLUMNS } from '../enforcement/penalty-records/web/decision-columns.tsx';
import * as guidance from '../registers/guidance/routes/export-columns.ts';
import { LINK_COLUMNS } from '../registers/guidance/web/links-page.tsx';
import * as certificates from '../registers/officers/routes/export-columns.ts';
import { CERTIFICATE_COLUMNS } from '../registers/officers/web/certificates-page.tsx';
import * as bases from '../registers/organisations/routes/export-columns.ts';
import { MISSING_BASIS_COLUMNS } from '../registers/organisations/web/bases-page.tsx';
import * as lists from '../registers/power-lists/routes/export-columns.ts';
import { COVERAGE_COLUMNS } from '../registers/power-lists/web/coverage-panel.tsx';
import { ENTRY_COLUMNS } from '../registers/power-lists/web/lists-page.tsx';
import * as filings from '../supervision/major-penalty-filings/routes/export-columns.ts';
import { FILING_COLUMNS } from '../supervision/major-penalty-filings/web/filing-columns.tsx';
import * as catalogue from '../supervision/normative-filings/routes/export-columns.ts';
import { CATALOGUE_COLUMNS } from '../supervision/normative-filings/web/catalogue-page.tsx';
import * as findings from '../supervision/online-watch/routes/export.ts';
import { FINDING_COLUMNS } from '../supervision/online-watch/web/finding-columns.tsx';
import * as problems from '../supervision/supervision-document/routes/export-columns.ts';
import { PROBLEM_COLUMNS } from '../supervision/supervision-document/web/problems-page.tsx';
import { AUDIT_LOG_COLUMNS } from './audit-workbook.ts';
import { KINDS } from './rooms.ts';
import { LOG_COLUMNS } from './web-shell/administration/log-page.tsx';
import { columnsOf } from './web-shell/ledger/ledger-page.tsx';

type Named = { readonly id: string; readonly title: string };
const PAGES: readonly (readonly [page: string, shown: readonly Named[], exported: readonly Named[]])[] = [
  ['处罚决定', DECISION_COLUMNS, decisions.DECISION_COLUMNS],
  ['预警', FINDING_COLUMNS, findings.FINDING_COLUMNS],
  ['证件名录', CERTIFICATE_COLUMNS, certificates.CERTIFICATE_COLUMNS],
  ['清单', ENTRY_COLUMNS, lists.ENTRY_COLUMNS],
  ['录入情况', COVERAGE_COLUMNS, lists.COVERAGE_COLUMNS],
  ['问题整改台账', PROBLEM_COLUMNS, problems.PROBLEM_COLUMNS],
  ['重大处罚备案', FILING_COLUMNS, filings.FILING_COLUMNS],
  ['规范性文件备案目录', CATALOGUE_COLUMNS, catalogue.CATALOGUE_COLUMNS],
  ['罚没收入对账', FINE_COLUMNS, fines.FINE_COLUMNS],
  ['改正复查台账', CORRECTION_COLUMNS, corrections.CORRECTION_COLUMNS],
  ['涉案财物台账', GOODS_COLUMNS, goods.GOODS_COLUMNS],
  ['业务指导', LINK_COLUMNS, guidance.LINK_COLUMNS],
  ['关系依据待补', MISSING_BASIS_COLUMNS, bases.MISSING_BASIS_COLUMNS],
  ['审计日志', LOG_COLUMNS, AUDIT_LOG_COLUMNS],
  ...KINDS.map(
    (kind) =>
      [
        `${kind.name}台账`,
        columnsOf({ directedTo: kind.directedTo?.title ?? null, handled: kind.handledBy !== undefined }),
        ledgerColumns(kind),
      ] as const,
  ),
];

describe('导出与页面所见一致（细则第三条第二款）', () => {
  it.each(PAGES)('%s：页面能显示的每一栏都能导出，名称相同，先后相同', (_, shown, exported) => {
    const asked = shown.map(({ id }) => id).join();
    expect(unknownColumn(exported, asked)).toBeNull();
    expect(shownColumns(exported, asked).map(({ id, title }) => [id, title])).toEqual(shown.map(({ id, title }) => [id, title]));
  });

  it('只显示两栏的，只导出这两栏；没有的栏指出是哪一栏', () => {
    const taken = shownColumns(decisions.DECISION_COLUMNS, 'fine,number');
    expect(taken.map(({ title }) => title)).toEqual(['文号', '罚款（元）']);
    expect(unknownColumn(decisions.DECISION_COLUMNS, 'number,secret')).toBe('secret');
  });
});

describe('导出的内容与页面所写相同', () => {
  const problem = {
    ...{ matterId: 'a', no: 2, number: '巴司监〔2026〕1号', issuerName: '市司法局', addresseeName: '区市场监管局', facts: '无证检查' },
    ...{ norm: '细则第十六条', demand: '改正', servedOn: '2026-03-01', receivedOn: '2026-03-02', dueOn: '2026-04-01', lamp: 'red' },
    ...{ daysLeft: -3, handling: null, checkedOn: null, passed: null, clearedOn: null, lapsedOn: null },
  } as never;
  const good = {
    ...{ matterId: 'a', no: 1, organ: '区市场监管局', caseNumber: null, cause: '缺斤短两', name: '电子秤', quantity: '1台' },
    ...{ origin: 'sealed', takenOn: '2026-03-01', place: '仓库', keeper: '保管人', moves: 2, endedOn: null, how: null, to: null },
  } as never;
  const correction = {
    ...{
      matterId: 'a',
      no: 2,
      kind: 'summary-penalty',
      organ: '区市场监管局',
      number: null,
      cause: '未亮照',
      party: '张某',
      content: '亮照',
      paper: null,
    },
    ...{
      servedOn: '2026-03-01',
      lastDay: '2026-03-05',
      state: 'followed',
      checkedOn: '2026-03-06',
      how: 'again',
      followedOn: '2026-03-07',
    },
    daysOver: null,
  } as never;
  const link = { guide: '旗局', guided: '狼山镇', relation: 'township', since: '2025-06-01', lastOn: null, asked: 1, assigned: 0 } as never;
  const written = (value: unknown): string => (value === null || value === '' ? '—' : String(value));
  it.each([
    ['问题整改台账', PROBLEM_COLUMNS, problems.PROBLEM_COLUMNS, problem],
    ['涉案财物台账', GOODS_COLUMNS, goods.GOODS_COLUMNS, good],
    ['改正复查台账', CORRECTION_COLUMNS, corrections.CORRECTION_COLUMNS, correction],
    ['业务指导', LINK_COLUMNS, guidance.LINK_COLUMNS, link],
  ] as const)('%s', (_, shown, exported, row) => {
    for (const { id, title, render } of shown) {
      const onPage: unknown = render(row);
      if (typeof onPage === 'object') continue;
      expect(written(exported.find((column) => column.id === id)?.cell(row)), title).toBe(written(onPage));
    }
  });
});
