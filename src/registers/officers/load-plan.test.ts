import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import type { CertificateContent, CertificateRecord, RegisteredCertificate } from './load-model.ts';
import { type CertificateColumn, planCertificates } from './load-plan.ts';

const day = localDate;
const HOLDER = { id: 'officer-1', code: null, name: '张某', organisationId: 'unit' };
const UNTOLD = { registeredOn: null, legalQualification: null, reviewsSince: null } as const;
const CONTENT: CertificateContent = { officerId: 'officer-1', organisationId: 'unit', status: 'valid', domains: [], ...UNTOLD };
const record = (from: string, until: string, more: Partial<CertificateContent>, byAct: boolean): CertificateRecord => ({
  id: from,
  from: day(from),
  until: day(until),
  content: { ...CONTENT, ...more },
  byAct,
});
/** Loaded for 2022–2027, suspended by an act from 2026-03-16, registered by an act on 2025-01-10. */
const CARD: RegisteredCertificate = {
  kind: 'enforcement',
  number: '1508001',
  records: [
    record('2022-01-01', '2025-01-10', {}, false),
    record('2025-01-10', '2026-03-16', { registeredOn: day('2025-01-10') }, true),
    record('2026-03-16', '2028-01-01', { registeredOn: day('2025-01-10'), status: 'suspended' }, true),
  ],
};
type Cells = Partial<Record<CertificateColumn, string>>;
const ROW: Cells = { number: '1508001', kind: '行政执法证', name: '张某', organisation: '甲局', from: '2022-01-01', through: '2027-12-31' };
const plan = (...lines: readonly Cells[]) =>
  planCertificates(
    lines.map((cells, i) => ({ line: i + 2, cells: { ...ROW, ...cells } })),
    { officers: [HOLDER], certificates: [CARD], unitOf: () => 'unit', newId: () => 'new' },
  );

describe('名录载入和办理记录共用一个证件名录（adr/0012）', () => {
  it('文件把办理记录登记的暂扣写成有效：指出该行和日期，不载入', () => {
    const { problems } = plan({ status: '有效' });
    expect(problems).toMatchObject([{ line: 2, column: '状态', value: '1508001' }]);
    expect(problems[0]?.reason).toContain('2026-03-16起至2027-12-31登记为“暂扣”');
  });

  it('文件写明自同一日起暂扣，与办理记录一致：可以载入，没有变化', () => {
    const { problems, certificates } = plan({ through: '2026-03-15' }, { from: '2026-03-16', status: '暂扣' });
    expect(problems).toEqual([]);
    expect(certificates[0]?.revision).toEqual({ supersede: [], record: [] });
  });

  it.each([
    ['前一日起暂扣', '2026-03-15', 1],
    ['次日起暂扣', '2026-03-17', 1],
  ])('%s的不一致', (_, from, count) => {
    const through = from === '2026-03-15' ? '2026-03-14' : '2026-03-16';
    expect(plan({ through }, { from, status: '暂扣' }).problems).toHaveLength(count);
  });

  it('文件没有办理记录之后的日子：也是不一致', () => {
    expect(plan({ through: '2026-03-15' }, { from: '2026-03-16', through: '2026-12-31', status: '暂扣' }).problems).toHaveLength(1);
  });

  it('没有审核注册日期的行保留已登记的审核注册', () => {
    const quiet = { ...CARD, records: CARD.records.slice(0, 2) };
    const kept = planCertificates([{ line: 2, cells: { ...ROW, through: '2026-03-15' } }], {
      ...{ officers: [HOLDER], certificates: [quiet], unitOf: () => 'unit', newId: () => 'new' },
    });
    expect(kept.problems).toEqual([]);
    expect(kept.certificates[0]?.revision).toEqual({ supersede: [], record: [] });
  });

  it('写明法律职业资格、从事法制审核日期的，整行登记；没有写的行保留已登记的，办理记录登记过的证件也可以补写', () => {
    const told = { qualification: 'A20200000001', reviewing: '2019-03-01' };
    const at = (card: RegisteredCertificate, cells: Cells) =>
      planCertificates([{ line: 2, cells: { ...ROW, through: '2026-03-15', ...cells } }], {
        ...{ officers: [HOLDER], certificates: [card], unitOf: () => 'unit', newId: () => 'new' },
      });
    const quiet = { ...CARD, records: CARD.records.slice(0, 2) };
    const first = at(quiet, told);
    expect(first.problems).toEqual([]);
    expect(first.certificates[0]?.timeline.map((r) => [r.from, r.content.legalQualification, r.content.reviewsSince])).toEqual([
      ['2022-01-01', 'A20200000001', '2019-03-01'],
      ['2025-01-10', 'A20200000001', '2019-03-01'],
    ]);
    const known = { ...quiet, records: quiet.records.map((r) => ({ ...r, content: { ...r.content, legalQualification: '无' } })) };
    expect(at(known, {}).certificates[0]?.revision).toEqual({ supersede: [], record: [] });
  });

  it('写明审核注册日期的，自该日起登记', () => {
    const fresh = planCertificates([{ line: 2, cells: { ...ROW, registered: '2025-01-10' } }], {
      ...{ officers: [HOLDER], certificates: [], unitOf: () => 'unit', newId: () => 'new' },
    });
    expect(fresh.certificates[0]?.revision.record.map((r) => [r.from, r.until, r.content.registeredOn])).toEqual([
      ['2022-01-01', '2025-01-10', null],
      ['2025-01-10', '2028-01-01', '2025-01-10'],
    ]);
  });
});
