import { type Queryable, rows } from '#platform/db';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import { visible } from '#platform/matters/visible';
import type { Session } from '#platform/session';
import type { GoodItem, GoodsExport, GoodsPage } from './contract-goods.ts';

type Asked = { readonly filter: GoodsExport; readonly cursor?: string | undefined; readonly limit: number };

/**
 * Things of the cases within the reader's sight, those of the latest cases first. The columns tell which cases have any; the
 * things themselves stand in the folded state. Sealed cases have no place in lists.
 */
export async function goodsWithin(client: Queryable, session: Session, asked: Asked): Promise<GoodsPage> {
  const { from, values } = source(session, asked.filter);
  const [counted] = await rows<{ n: number }>(
    client,
    `select count(*)::int as n from (select 1 ${from} limit ${COUNT_LIMIT + 1}) x`,
    values,
  );
  const items = await nextGoods(client, session, asked);
  const last = items.length === asked.limit ? items.at(-1) : undefined;
  return { items, cursor: last === undefined ? null : cursorAfter(last), total: total(counted?.n ?? 0) };
}

export function cursorAfter({ matterId, no }: GoodItem): string {
  return writeCursor([matterId, String(no)]);
}

/** Ids of matters are made in the order of time, so that their order is that of the opening. */
export async function nextGoods(client: Queryable, session: Session, { filter, cursor, limit }: Asked): Promise<readonly GoodItem[]> {
  const { from, values, bind } = source(session, filter);
  const after = readCursor(cursor, 2);
  const rest =
    after === null
      ? ''
      : ` and (p.matter_id < ${bind(after[0])}::uuid or (p.matter_id = ${bind(after[0])}::uuid and (g->>'no')::int > ${bind(after[1])}::int))`;
  return rows<GoodItem>(
    client,
    `select p.matter_id as "matterId", (g->>'no')::int as no, r.name as organ, p.number as "caseNumber", p.cause, g->>'name' as name,
       g->>'quantity' as quantity, g->>'origin' as origin, g->>'takenOn' as "takenOn", g->>'place' as place, g->>'keeper' as keeper,
       jsonb_array_length(g->'moves') as moves, g->'ended'->>'on' as "endedOn", g->'ended'->>'how' as how, g->'ended'->>'to' as "to"
     ${from}${rest} order by p.matter_id desc, (g->>'no')::int limit ${bind(limit)}`,
    values,
  );
}

function source(session: Session, filter: GoodsExport) {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const parts = ['p.goods > 0', 'p.label < 4', visible(session, 'p', 'matter_id')];
  if (filter.organisation !== undefined) parts.push(`p.organ_id = ${bind(filter.organisation)}`);
  if (filter.origin !== undefined) parts.push(`g->>'origin' = ${bind(filter.origin)}`);
  // A thing without an end has a JSON null there.
  if (filter.held !== undefined) parts.push(`jsonb_typeof(g->'ended') ${filter.held === 'true' ? '=' : '<>'} 'null'`);
  const from = `from ordinary_penalty p
     join matter m on m.city = p.city and m.cohort = p.cohort and m.id = p.matter_id
     join lateral (select x.name from organisation_record x where x.organisation_id = p.organ_id and upper_inf(x.known)
       order by lower(x.valid) desc limit 1) r on true
     cross join lateral jsonb_array_elements(m.state->'goods') g
     where ${parts.join(' and ')}`;
  return { from, values, bind };
}
