import { describe, expect, it } from 'vitest';
import { isRefusal, type LocalDate, localDate } from '#law';
import { type CertificateChange, type CertificateRegister, planCertificateChange } from './change-plan.ts';
import type { CertificateContent, RegisteredCertificate } from './load-model.ts';
import { standingOn } from './standing.ts';

const day = localDate;
const OWN = 'unit-own';
const HOLDER = { id: 'officer-1', code: null, name: '张某', organisationId: OWN };
const CONTENT: CertificateContent = {
  officerId: HOLDER.id,
  organisationId: OWN,
  status: 'valid',
  domains: ['交通运输'],
  registeredOn: null,
  legalQualification: null,
  reviewsSince: null,
};
const CARD: RegisteredCertificate = {
  kind: 'enforcement',
  number: '1508001',
  records: [{ id: 'r1', from: day('2022-01-01'), until: day('2028-01-01'), content: CONTENT, byAct: false }],
};
const REGISTER: CertificateRegister = { officers: [HOLDER], certificates: [CARD] };
const AT = { kind: 'enforcement', number: '1508001', name: '张某', organisationId: OWN } as const;
const status = (s: 'valid' | 'suspended' | 'revoked' | 'cancelled' | 'void', from: string): CertificateChange => ({
  ...AT,
  is: 'status',
  status: s,
  from: day(from),
});
const issue = (more: Partial<Extract<CertificateChange, { is: 'issued' }>>): CertificateChange => ({
  ...AT,
  ...{
    is: 'issued',
    number: '1508002',
    from: day('2026-03-16'),
    through: day('2032-03-15'),
    person: null,
    domains: ['交通运输'],
    replaces: null,
  },
  ...more,
});
const refusal = (change: CertificateChange, register = REGISTER) => {
  const plan = planCertificateChange(change, register, 'new');
  return isRefusal(plan) ? plan.refused : null;
};
/** The register once a change stands in it. */
function changed(change: CertificateChange, register = REGISTER): CertificateRegister {
  const plan = planCertificateChange(change, register, 'new');
  if (isRefusal(plan)) throw new Error(plan.reason);
  const others = register.certificates.filter((c) => !plan.certificates.some((p) => p.kind === c.kind && p.number === c.number));
  const changed = plan.certificates.map((p) => ({
    kind: p.kind,
    number: p.number,
    records: [...p.timeline]
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map((t, i) => ({
        ...t,
        id: `${p.number}/${i}/${t.from}`,
        byAct: p.byActDays.some((d) => d.from <= t.from && (d.until === null || t.from < d.until)),
      })),
  }));
  return { officers: [...register.officers, ...plan.officers], certificates: [...others, ...changed] };
}
function standing(register: CertificateRegister, on: string, number: string = AT.number) {
  const records = register.certificates.find((c) => c.number === number)?.records ?? [];
  return standingOn(
    records.map((r) => ({ from: r.from, until: r.until, status: r.content.status })),
    day(on),
  );
}

describe('证件的状态按日改变，此前的日子不变（细则第八条第五项）', () => {
  const suspended = changed(status('suspended', '2026-03-16'));
  const restored = changed(status('valid', '2026-06-01'), suspended);
  const revoked = changed(status('revoked', '2026-06-01'), suspended);

  it.each([
    ['2021-12-31', 'not-yet', '首日前一日'],
    ['2022-01-01', 'valid', '首日'],
    ['2026-03-15', 'valid', '暂扣前一日'],
    ['2026-03-16', 'suspended', '暂扣当日'],
    ['2026-05-31', 'suspended', '恢复前一日'],
    ['2026-06-01', 'valid', '恢复当日'],
    ['2027-12-31', 'valid', '最后有效日'],
    ['2028-01-01', 'expired', '最后有效日次日'],
  ])('暂扣后恢复：%s为%s（%s）', (on, is) => {
    expect(standing(restored, on)).toBe(is);
  });

  it('暂扣后吊销：自吊销之日起，过了原有效期仍是吊销', () => {
    expect(['2026-05-31', '2026-06-01', '2028-01-01'].map((on) => standing(revoked, on))).toEqual(['suspended', 'revoked', 'revoked']);
  });

  it.each([
    ['有效的不能恢复', status('valid', '2026-03-16'), REGISTER, 'no-change'],
    ['已经暂扣的不再暂扣', status('suspended', '2026-04-01'), suspended, 'no-change'],
    ['吊销后不能恢复', status('valid', '2026-07-01'), revoked, 'ended'],
    ['吊销后不能审核注册', { ...AT, is: 'registered', from: day('2026-07-01') } as const, revoked, 'ended'],
    ['首日前一日', status('suspended', '2021-12-31'), REGISTER, 'outside-validity'],
    ['首日', status('suspended', '2022-01-01'), REGISTER, null],
    ['最后有效日', status('suspended', '2027-12-31'), REGISTER, null],
    ['最后有效日次日', status('suspended', '2028-01-01'), REGISTER, 'outside-validity'],
    ['没有的证号', { ...status('suspended', '2026-03-16'), number: '9' }, REGISTER, 'no-such-certificate'],
    ['他人的证号', { ...status('suspended', '2026-03-16'), name: '李某' }, REGISTER, 'no-such-certificate'],
    ['别的单位的证号', { ...status('suspended', '2026-03-16'), organisationId: 'other' }, REGISTER, 'no-such-certificate'],
  ] as const)('%s', (_, change, register, refused) => {
    expect(refusal(change, register)).toBe(refused);
  });

  it('审核注册自注册之日起登记，前一日仍是上次的', () => {
    const { certificates } = changed({ ...AT, is: 'registered', from: day('2025-01-10') });
    expect(certificates[0]?.records.map((r) => [r.from, r.content.registeredOn])).toEqual([
      ['2022-01-01', null],
      ['2025-01-10', '2025-01-10'],
    ]);
  });
});

describe('新证：一个证号一张证件，一人一日一个单位，同类证件不重叠', () => {
  it('换证时法律职业资格、从事法制审核日期随人转到新证（处罚法58）', () => {
    const told = { legalQualification: 'A20200000001', reviewsSince: day('2019-03-01') };
    const card = { ...CARD, records: CARD.records.map((r) => ({ ...r, content: { ...r.content, ...told } })) };
    const exchanged = changed(issue({ replaces: '1508001' }), { ...REGISTER, certificates: [card] });
    expect(exchanged.certificates.find((c) => c.number === '1508002')?.records[0]?.content).toMatchObject(told);
  });

  it('换证：新证生效之日起旧证作废，前一日仍有效；同号换证只延长', () => {
    const exchanged = changed(issue({ replaces: '1508001' }));
    expect(['2026-03-15', '2026-03-16'].map((on) => standing(exchanged, on))).toEqual(['valid', 'void']);
    expect(['2026-03-15', '2026-03-16', '2032-03-15', '2032-03-16'].map((on) => standing(exchanged, on, '1508002'))).toEqual([
      'not-yet',
      'valid',
      'valid',
      'expired',
    ]);
    const same = changed(issue({ number: '1508001', replaces: '1508001' }));
    expect(['2028-01-01', '2032-03-15', '2032-03-16'].map((on) => standing(same, on))).toEqual(['valid', 'valid', 'expired']);
  });

  it('遗失作废后补证：补证之前无有效证件', () => {
    const lost = changed(status('void', '2026-03-01'));
    const again = changed(issue({ replaces: '1508001' }), lost);
    expect(['2026-02-28', '2026-03-01', '2026-03-15'].map((on) => standing(again, on))).toEqual(['valid', 'void', 'void']);
    expect(standing(again, '2026-03-16', '1508002')).toBe('valid');
  });

  it.each([
    ['证号重复', issue({ number: '1508001', name: '李某' }), 'number-twice'],
    ['有效期颠倒', issue({ name: '李某', through: day('2026-03-15') }), 'period'],
    ['一日有效', issue({ name: '李某', through: day('2026-03-16') }), null],
    ['同类证件尚在有效期', issue({}), 'overlapping'],
    ['旧证最后有效日次日起的新证', issue({ from: day('2028-01-01') }), null],
    ['旧证最后有效日起的新证', issue({ from: day('2027-12-31') }), 'overlapping'],
    ['同一人另发监督证', issue({ kind: 'supervision' }), null],
    ['同一日在另一单位', issue({ kind: 'supervision', organisationId: 'other', person: 'P-1' }), 'two-bodies'],
    ['旧单位到期后在另一单位', issue({ organisationId: 'other', person: 'P-1', from: day('2028-01-01') }), null],
    ['人员编号是别人的', issue({ name: '李某', person: 'P-1' }), 'other-person'],
  ])('%s', (_, change, refused) => {
    const coded = { ...REGISTER, officers: [{ ...HOLDER, code: 'P-1' }] };
    expect(refusal(change, coded)).toBe(refused);
  });

  it('单位内有同名人员的，填人员编号才能分清', () => {
    const namesakes = { ...REGISTER, officers: [HOLDER, { ...HOLDER, id: 'officer-2' }], certificates: [] };
    expect(refusal(issue({}), namesakes)).toBe('namesakes');
    expect(refusal(issue({ person: 'P-9' }), { ...namesakes, officers: [HOLDER, { ...HOLDER, id: 'officer-2', code: 'P-9' }] })).toBeNull();
  });

  it('注销后可以在另一单位领证', () => {
    const left = changed(status('cancelled', '2026-03-16'), { ...REGISTER, officers: [{ ...HOLDER, code: 'P-1' }] });
    expect(refusal(issue({ organisationId: 'other', person: 'P-1' }), left)).toBeNull();
    expect(refusal(issue({ organisationId: 'other', person: 'P-1', from: day('2026-03-15') as LocalDate }), left)).toBe('two-bodies');
  });
});
