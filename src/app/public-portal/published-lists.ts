import { chineseDay, type LocalDate } from '#law';
import { rows } from '#platform/db';
import { POWER_KIND_LABELS, type PowerKind } from '#registers/power-lists';
import { LIST_PAGES } from './list-pages.ts';
import { daysOf, foundIn, type OpenRegister } from './open-register.ts';

type EntryRow = {
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  readonly power_kind: PowerKind | null;
  readonly basis: string;
  readonly duty: string | null;
  readonly accountability: string | null;
  readonly conditions: string | null;
  readonly measure: string | null;
  readonly decision: string | null;
  readonly domain: string | null;
  readonly evaluated_on: LocalDate | null;
  readonly published_on: LocalDate;
  readonly published_at: string | null;
  readonly valid_from: LocalDate;
  readonly last_day: LocalDate | null;
  readonly is_demonstration: boolean;
  readonly total: string;
};

function factsOf(r: EntryRow): readonly (readonly [label: string, words: string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['单位', r.unit],
    ['事项编码', r.code],
    ['权力类别', r.power_kind === null ? null : POWER_KIND_LABELS[r.power_kind]],
    ['执法领域', r.domain],
    ['设定依据', r.basis],
    ['适用条件', r.conditions],
    ['配套措施', r.measure],
    ['责任事项', r.duty],
    ['追责情形及依据', r.accountability],
    ['决定文号', r.decision],
    ['赋权评估', r.evaluated_on === null ? null : chineseDay(r.evaluated_on)],
    ['公布', `${chineseDay(r.published_on)}${r.published_at === null ? '' : `，${r.published_at}`}`],
    ['有效期', daysOf(r.valid_from, r.last_day)],
  ];
  return facts.flatMap(([label, words]) => (words === null || words === '' ? [] : [[label, words] as const]));
}

/** One page for each list that is published (细则 8(3)(9)(10), 19¶2). */
export const LISTS: readonly OpenRegister[] = LIST_PAGES.map(({ list, path, title, why }) => ({
  path,
  title,
  intro: `查看已经公布、某一日有效的${title}（${why}）。没有写明公布日期的事项不在此列。`,
  asks: '事项名称、编码、设定依据或者单位名称',
  read: async (client, { words, on }, first, count) =>
    foundIn(
      await rows<EntryRow>(client, 'select * from public_list_entries($1, $2, $3, $4, $5)', [list, words, on, first, count]),
      (r) => ({
        title: r.name,
        facts: factsOf(r),
        isDemonstration: r.is_demonstration,
      }),
    ),
}));
