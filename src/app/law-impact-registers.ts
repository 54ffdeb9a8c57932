import { citedLaws, type LocalDate } from '#law';
import { impactOn } from '#law/library/impact';
import { wholePlaceOf } from '#law/rules/index';
import { type Client, rows } from '#platform/db';
import { LIST_LABELS } from '#registers/power-lists';
import type { Look, Owned } from './law-impact-citing.ts';

type Line = { readonly id: string; readonly title: string; readonly words: string; readonly from: LocalDate; readonly ownerId: string };

/** Lines of published lists that hold today or later (细则 8(9), 令275: a list follows the law), each to its unit. */
export async function ofLists(client: Client, city: number, look: Look): Promise<readonly Owned[]> {
  const lines = await rows<Line & { list: keyof typeof LIST_LABELS }>(
    client,
    `select id, list, code || ' ' || name as title, basis as words, lower(valid) as "from", organisation_id as "ownerId" from list_entry_record
     where city = $1 and upper_inf(known) and basis <> '' and (upper_inf(valid) or upper(valid) > $2::date) order by list, code, id`,
    [city, look.today],
  );
  return lines.flatMap((line) => touched({ ...line, title: `${LIST_LABELS[line.list]}：${line.title}` }, 'list-entry', look));
}

/** Published benchmarks that apply today or later (处罚法 34), each to the organ that made it. */
export async function ofBenchmarks(client: Client, city: number, look: Look): Promise<readonly Owned[]> {
  const versions = await rows<Line>(
    client,
    `select matter_id as id, violation || '（' || document_number || '）' as title, concat_ws('；', content ->> 'breach', content ->> 'penalty') as words,
       lower(valid) as "from", maker_id as "ownerId" from benchmark_version
     where city = $1 and upper_inf(known) and (upper_inf(valid) or upper(valid) > $2::date) order by violation, id`,
    [city, look.today],
  );
  return versions.flatMap((version) => touched(version, 'benchmark', look));
}

function touched({ id, title, words, from, ownerId }: Line, what: Owned['what'], look: Look): readonly Owned[] {
  return citedLaws(words, look.sources).flatMap((cited): Owned[] => {
    const reason = impactOn(cited, look.affected, look.today, from);
    return reason === null ? [] : [{ what, title: title.slice(0, 300), place: wholePlaceOf(cited), reason, ref: id, ownerId }];
  });
}
