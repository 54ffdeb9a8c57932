import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { Package } from '#platform/http/send-package';
import { visible } from '#platform/matters/visible';
import { type Session, sessionPreamble } from '#platform/session';
import type { MajorPenaltyFiling } from './model.ts';

type FileRow = { readonly name: string; readonly sha256: string; readonly size: number; readonly folder: string };

/** What leaves for the upper department: the report, what was filed with it, and what was added later. `null`: not in sight. */
export function packageOf({ pool, now }: Platform, session: Session, id: string): Promise<Package | 'not-filed' | null> {
  return inTransaction(pool, sessionPreamble(session, now()), async (client) => {
    const [matter] = await rows<{ state: MajorPenaltyFiling; organ: string | null; upper: string | null }>(
      client,
      `select m.state, (select r.name from organisation_today r where r.organisation_id = f.organ_id) as organ,
         (select r.name from organisation_today r where r.organisation_id = f.upper_id) as upper
       from major_penalty_filing f join matter m on m.city = f.city and m.cohort = f.cohort and m.id = f.matter_id
       where f.matter_id = $1 and ${visible(session, 'f', 'matter_id')}`,
      [id],
    );
    if (matter === undefined) return null;
    const { decision, filedOn, fromCase, decisionId } = matter.state;
    const own = await rows<FileRow>(client, FILES, [id]);
    const ofCase = [decisionId, session.organisationId, decision.number];
    const found = fromCase === true ? [...own, ...(await rows<FileRow>(client, CASE_PAPERS, ofCase))] : own;
    if (filedOn === null || !found.some((f) => f.folder === '备案报告')) return 'not-filed';
    const about = {
      ...{ 名称: '重大行政处罚备案材料包', 处罚机关: matter.organ, 抄报: matter.upper, 报送日期: filedOn },
      ...{ 决定书文号: decision.number, 决定日期: decision.decidedOn, 应备案的理由: decision.reasons, 摘要算法: 'SHA-256' },
    };
    return { name: `重大行政处罚备案 ${decision.number}`, matterId: id, about, files: distinctPaths(found) };
  });
}

/** The last package that was prepared, whatever was added by way of correction, and the report as it was rendered. */
const FILES = `
select f.name, f.sha256, f.size::int as size, case a.type when 'prepare' then '报送材料' else '补正材料' end as folder, a.seq
from file f join act a on a.matter_id = f.matter_id and a.cohort = f.cohort and a.seq = f.seq
where f.matter_id = $1 and not f.inside and (a.type = 'resubmit'
  or a.seq = (select max(p.seq) from act p where p.matter_id = f.matter_id and p.type = 'prepare'))
union all
select f.name, f.sha256, f.size::int, '备案报告', d.seq from document d join file f on f.id = d.pdf_file
where d.matter_id = $1 and d.kind = 'DOC-28'
order by folder, seq, name`;

/** What the case itself has drawn up until its decision, sealed where it has been sealed, as far as the reader may see the case. */
const CASE_PAPERS = `
select f.name, f.sha256, f.size::int as size, '案件文书' as folder
from document d join matter m on m.city = d.city and m.cohort = d.cohort and m.id = d.matter_id
  join file f on f.id = coalesce(d.sealed_file, d.pdf_file)
where d.matter_id = $1 and m.home_id = $2 and m.label < 4 and d.kind not in ('CT14-送达回证', 'CT14-询问笔录')
  and d.seq <= (select max(x.seq) from document x where x.matter_id = $1 and x.number = $3)
order by d.seq, f.name`;

/** Two papers of one name both come along. */
function distinctPaths(files: readonly FileRow[]): Package['files'] {
  const seen = new Map<string, number>();
  return files.map(({ name, sha256, size, folder }) => {
    const plain = `${folder}/${name.replaceAll(/[\\/]/g, '_')}`;
    const nth = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, nth);
    return { path: nth === 1 ? plain : plain.replace(/(\.[^.]*)?$/, `（${nth}）$1`), sha256, size };
  });
}
