import { canonicalJson, type LocalDate } from '#law';
import { type Days, overlaps } from '#registers/loading';
import type { CertificateContent, CertificateRecord } from './load-model.ts';

/** What a row may leave out. */
type Told = Pick<CertificateContent, 'registeredOn' | 'legalQualification' | 'reviewsSince'>;

/** The days of a row, each with the 审核注册 and the reviewer's facts that hold then: a row that names none leaves what is known of them. */
export function toldDays(row: Days & Told, records: readonly CertificateRecord[]): readonly (Days & Told)[] {
  const { registeredOn: named } = row;
  const on = (day: LocalDate): Told => {
    const known = records.findLast((r) => r.from <= day)?.content;
    return {
      registeredOn: named !== null && named <= day ? named : (known?.registeredOn ?? null),
      legalQualification: row.legalQualification ?? known?.legalQualification ?? null,
      reviewsSince: row.reviewsSince ?? known?.reviewsSince ?? null,
    };
  };
  const isNew = (day: LocalDate, before: LocalDate | undefined) =>
    canonicalJson(on(day)) !== canonicalJson(before === undefined ? null : on(before));
  const later = [...records.map((r) => r.from), ...(named === null ? [] : [named])].filter(
    (day) => day > row.from && overlaps({ from: day, until: null }, row),
  );
  const days = [row.from, ...[...new Set(later)].sort()].filter((day, i, all) => i === 0 || isNew(day, all[i - 1]));
  return days.map((from, i) => ({ from, until: days[i + 1] ?? row.until, ...on(from) }));
}
