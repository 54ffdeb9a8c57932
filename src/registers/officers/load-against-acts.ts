import { addDays, CERTIFICATE_STATUS_LABELS, canonicalJson } from '#law';
import { type Days, overlaps, type Period, type RowProblem } from '#registers/loading';
import type { CertificateContent, CertificateRecord, PlannedCertificate, RegisteredCertificate } from './load-model.ts';

/** A file says what the region's register holds, an act by which paper it became so: where they differ a person decides. */
export function againstActs(
  planned: readonly PlannedCertificate[],
  registered: ReadonlyMap<string, RegisteredCertificate>,
): readonly RowProblem[] {
  return planned.flatMap((p) =>
    (registered.get(`${p.kind} ${p.number}`)?.records ?? []).flatMap((r): readonly RowProblem[] => {
      if (!r.byAct || !p.revision.supersede.includes(r.id) || says(p.timeline, r)) return [];
      const line = lineOf(p, r) ?? p.rows.at(-1)?.line ?? 0;
      const through = r.until === null ? '' : `至${addDays(r.until, -1)}`;
      const reason = `与办理记录不一致：该证${r.from}起${through}登记为“${CERTIFICATE_STATUS_LABELS[r.content.status]}”。请核对文件；自治区另有决定的，先在“执法证件办理”登记`;
      return [{ line, column: '状态', value: p.number, reason }];
    }),
  );
}

/** Whether every day of a record keeps its content. */
function says(timeline: readonly Period<CertificateContent>[], record: CertificateRecord): boolean {
  const kept = timeline.filter((t) => overlaps(t, record));
  const covered =
    kept.some((t) => t.from <= record.from) && kept.some((t) => t.until === null || (record.until !== null && t.until >= record.until));
  const gapless = kept.every(
    (t) => t.until === null || (record.until !== null && t.until >= record.until) || kept.some((n) => n.from === t.until),
  );
  return covered && gapless && kept.every((t) => decided(t.content) === decided(record.content));
}

/** What an act decides of a certificate; what else is told of its holder, a file may add. */
function decided({ legalQualification: _, reviewsSince: __, ...content }: CertificateContent): string {
  return canonicalJson(content);
}

/** The line of a file that a period comes from; null: from the register. */
export function lineOf(p: PlannedCertificate, t: Days): number | null {
  return p.rows.find((row) => overlaps(row, t))?.line ?? null;
}
