import type { Stop } from './conditions.ts';
import type { LocalDate } from './local-date.ts';
import type { CertificateFact, RegisterFacts } from './matter-kind.ts';

/** Officers with a valid 行政执法监督证 on the day, each counted once, of whatever organisation (borrowed ones count). */
export function certifiedSupervisors(officerIds: readonly string[], facts: RegisterFacts, on: LocalDate): readonly string[] {
  return certified('supervision', officerIds, facts, on);
}

/** Officers with a valid 行政执法证 on the day, each counted once, of whatever organisation. */
export function certifiedOfficers(officerIds: readonly string[], facts: RegisterFacts, on: LocalDate): readonly string[] {
  return certified('enforcement', officerIds, facts, on);
}

/** 处罚法 42: at least two with a valid 行政执法证 on the day. */
export function tooFewCertified(officerIds: readonly string[], facts: RegisterFacts, on: LocalDate): Stop {
  const { length } = certifiedOfficers(officerIds, facts, on);
  return length < 2 ? ['two-officers', `执法人员不得少于两人，办理当日持有效行政执法证的只有${length}人`] : null;
}

/** 处罚法 42: none among those named without the qualification. */
export function uncertifiedAmong(officerIds: readonly string[], facts: RegisterFacts, on: LocalDate): Stop {
  const valid = new Set(certifiedOfficers(officerIds, facts, on));
  const without = [...new Set(officerIds)].flatMap((id, i) => (valid.has(id) ? [] : [nameOf(id, facts) ?? `第${i + 1}人`]));
  return without.length === 0
    ? null
    : [
        'no-certificate',
        `所列执法人员中${without.join('、')}在办理当日没有有效的行政执法证（没有申领、已到期、暂扣或者注销），辅助人员不得列为执法人员`,
      ];
}

function nameOf(id: string, { officerNames, certificates }: RegisterFacts): string | null {
  return officerNames?.get(id) ?? certificates.get(id)?.[0]?.officerName ?? null;
}

/** 张某（执法证号：…）、李某（…）: officers with their 行政执法证, as far as the register knows them. */
export function enforcersNamed(officerIds: readonly string[], facts: RegisterFacts): string {
  return officerIds
    .map((id) => {
      const held = facts.certificates.get(id)?.find((c) => c.kind === 'enforcement');
      return held === undefined ? '（证件信息缺失）' : `${held.officerName}（执法证号：${held.number}）`;
    })
    .join('、');
}

function certified(kind: CertificateFact['kind'], ids: readonly string[], facts: RegisterFacts, on: LocalDate): readonly string[] {
  return [...new Set(ids)].filter((id) =>
    (facts.certificates.get(id) ?? []).some(
      (c) => c.kind === kind && c.status === 'valid' && (c.validThrough === null || c.validThrough >= on),
    ),
  );
}
