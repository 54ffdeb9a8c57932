import { type Client, rows } from '#platform/db';
import { visible } from '#platform/matters/visible';
import type { Session } from '#platform/session';
import type { LoadFile, LoadFiles, LoadLine } from './contract.ts';

const MOST_LOADS = 50;
const PAGE = 100;

/** The latest loads in the caller's sight, with how far each has come. */
export async function importsSeen(client: Client, session: Session): Promise<readonly LoadLine[]> {
  return rows<LoadLine>(
    client,
    `select m.id, m.state -> 'file' ->> 'name' as source, m.status, m.opened_on as "openedOn", coalesce(j.passed, 0) as passed,
       (select count(*)::int from law_import_file f where f.matter_id = m.id and f.result = 'refused') as refused,
       m.state -> 'counts' as counts
     from matter m left join law_import_job j on j.matter_id = m.id
     where m.kind = 'law-import' and m.label < 4 and ${visible(session, 'm', 'id')} order by m.id desc limit ${MOST_LOADS}`,
    [],
  );
}

/** Files of a load behind the n-th, refused ones and those with problems told by line; null where the load is not in sight. */
export async function importFiles(client: Client, session: Session, id: string, after: number): Promise<LoadFiles | null> {
  const [seen] = await rows(client, `select from matter m where id = $1 and kind = 'law-import' and ${visible(session, 'm', 'id')}`, [id]);
  if (seen === undefined) return null;
  const items = await rows<LoadFile>(
    client,
    `select n, source, name, result, reason, articles, jsonb_array_length(problems) as "problemCount",
       (select coalesce(jsonb_agg(p), '[]') from (select p from jsonb_array_elements(problems) p limit 50) shown) as problems
     from law_import_file where matter_id = $1 and n > $2 order by n limit ${PAGE}`,
    [id, after],
  );
  return { items, more: items.length === PAGE };
}
