import { inTransaction, ONE_MOMENT, type Pool, type Queryable, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { ChangeLine } from '#registers/power-lists';
import { digestOf } from './actions-plan.ts';

export type TextFault = { readonly matterId: string | null; readonly sha256: string; readonly what: string };
export type TextVerdict = { readonly texts: number; readonly faults: readonly TextFault[] };

type Text = {
  readonly organisationId: string;
  readonly sha256: string;
  readonly matterId: string | null;
  readonly lines: readonly ChangeLine[];
};
/** A text may hold thousands of lines. */
const AT_ONCE = 20;
const FIRST = { organisationId: '00000000-0000-0000-0000-000000000000', sha256: '' };

/** What was proposed word for word, against the digests that the acts carry and the publications that name it. */
export async function verifyListTexts(pool: Pool): Promise<TextVerdict> {
  const faults = [...(await inTransaction(pool, ONE_MOMENT + SYSTEM_PREAMBLE, misnamed))];
  let texts = 0;
  for (let after: Pick<Text, 'organisationId' | 'sha256'> = FIRST; ; ) {
    const page = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => textsAfter(client, after));
    const last = page.at(-1);
    if (last === undefined) return { texts, faults };
    for (const { lines, sha256, matterId } of page)
      if (digestOf(lines) !== sha256) faults.push({ matterId, sha256, what: '拟调整的事项与其校验值不符' });
    texts += page.length;
    after = last;
  }
}

function textsAfter(client: Queryable, { organisationId, sha256 }: Pick<Text, 'organisationId' | 'sha256'>): Promise<Text[]> {
  return rows<Text>(
    client,
    `select organisation_id as "organisationId", sha256, matter_id as "matterId", lines from list_change_text
     where (organisation_id, sha256) > ($1, $2) order by organisation_id, sha256 limit $3`,
    [organisationId, sha256, AT_ONCE],
  );
}

/** Digests of acts without a text, and publications that the text does not bear or that bear none. */
function misnamed(client: Queryable): Promise<TextFault[]> {
  return rows<TextFault>(
    client,
    `select distinct c.matter_id as "matterId", p.payload #>> '{input,digest}' as sha256, '办理记录所指的拟调整的事项缺失' as what
     from list_change c join act a on a.city = c.city and a.cohort = c.cohort and a.matter_id = c.matter_id and a.type in ('propose', 'revise')
     join act_payload p on p.city = a.city and p.cohort = a.cohort and p.matter_id = a.matter_id and p.seq = a.seq
     where not exists (select from list_change_text t where t.organisation_id = c.unit_id and t.sha256 = p.payload #>> '{input,digest}')
     union all
     select c.matter_id, c.digest, '公布的清单调整与留存的事项不符'
     from list_change c left join list_change_text t on t.matter_id = c.matter_id
     where (c.published_on is not null or t.matter_id is not null)
       and (t.organisation_id, t.sha256, t.list, t.published_on) is distinct from (c.unit_id, c.digest, c.list, c.published_on)`,
    [],
  );
}
