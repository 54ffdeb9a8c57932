import {
  isSubjectKind,
  type LocalDate,
  ORGANISATION_KIND_LABELS,
  type OrganisationKind,
  type Qualification,
  subjectWords,
  TIER_LABELS,
  type Tier,
} from '#law';
import { rows } from '#platform/db';
import { LIST_PAGES } from './list-pages.ts';
import { daysOf, foundIn, type OpenRegister } from './open-register.ts';

type UnitRow = {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly tier: Tier;
  readonly superior: string | null;
  readonly bureau: string | null;
  readonly through: string | null;
  readonly domain: string | null;
  readonly qualification: Qualification;
  readonly valid_from: LocalDate;
  readonly last_day: LocalDate | null;
  readonly is_demonstration: boolean;
  readonly total: string;
};

const shown = (label: string, words: string | null): readonly [string, string][] =>
  words === null || words === '' ? [] : [[label, words]];

/** 行政执法主体 (处罚法 39): name, kind, place, standing, who supervises. Everything else of the register stays inside. */
export const UNITS: OpenRegister = {
  path: '/public/units',
  title: '行政执法主体名录',
  intro: '查看某一日登记的行政执法主体和以其名义执法的单位（行政处罚法第三十九条、细则第八条第四项）。',
  asks: '单位名称或者执法领域',
  counted: '个',
  read: async (client, { words, on }, first, count) =>
    foundIn(await rows<UnitRow>(client, 'select * from public_units($1, $2, $3, $4)', [words, on, first, count]), (r) => ({
      title: r.name,
      facts: [
        ['类别', `${ORGANISATION_KIND_LABELS[r.kind]}（${TIER_LABELS[r.tier]}）`],
        ...shown('隶属', r.superior),
        ['主体资格', subjectWords(r)],
        ...shown('执法领域', r.domain),
        ...shown('监督机构', r.bureau),
        ['登记', daysOf(r.valid_from, r.last_day)],
      ],
      links: LIST_PAGES.filter((list) => list.ofEveryUnit && isSubjectKind(r.kind)).map(({ path, title }) => ({
        words: title,
        path: `${path}?${new URLSearchParams({ q: r.name, on })}`,
      })),
      isDemonstration: r.is_demonstration,
    })),
};
