import { type LocalDate, penaltyNames } from '#law';
import { type BenchmarkContent, type Factor, fineWords, penaltyWords, TIER_LEVEL_LABELS, type Tier } from '#law/discretion/benchmark';
import { type Bounds, boundsWords } from '#law/discretion/bounds';

/** Columns of a benchmark file, in the order of the form; the same for template, export and import. */
export const SHEET_COLUMNS = {
  violation: { title: '违法行为', required: true, also: ['违法行为名称', '违法情形'] },
  itemCode: { title: '权责事项编码', also: ['事项编码', '权责清单事项编码', '职权编码'] },
  breach: { title: '违反条款', required: true, also: ['违反依据', '违法依据'] },
  penalty: { title: '罚则', required: true, also: ['处罚依据', '处罚条款'] },
  lawKinds: { title: '法定处罚种类', required: true },
  lawFine: { title: '法定罚款幅度', also: ['法定幅度'] },
  factors: { title: '裁量因素' },
  level: { title: '裁量阶次', required: true, also: ['阶次', '裁量档次', '裁量等级'] },
  words: { title: '适用情形', required: true, also: ['适用条件说明', '情形'] },
  cases: { title: '适用条件', also: ['条件'] },
  kinds: { title: '处罚种类', also: ['裁量处罚种类'] },
  fine: { title: '罚款幅度', also: ['裁量幅度', '裁量标准'] },
  note: { title: '备注' },
  documentNumber: { title: '文号', required: true, also: ['公布文号', '公布文件的文号'] },
  publishedOn: { title: '公布日期', required: true },
  place: { title: '公布载体', required: true },
  from: { title: '施行日期', required: true, also: ['生效日', '生效日期'] },
  lastDay: { title: '最后有效日', also: ['失效日期', '有效期至'] },
} as const;
export type SheetColumn = keyof typeof SHEET_COLUMNS;
export type SheetLine = Readonly<Record<SheetColumn, string | null>>;
export type HeadWords = Pick<SheetLine, 'itemCode' | 'breach' | 'penalty' | 'lawKinds' | 'lawFine' | 'factors'>;
export type TierWords = Pick<SheetLine, 'level' | 'words' | 'cases' | 'kinds' | 'fine' | 'note'>;

export const SHEET_TITLES: readonly string[] = Object.values(SHEET_COLUMNS).map((c) => c.title);
export const EXPORT_TITLES: readonly string[] = ['制定机关', ...SHEET_TITLES];

type Published = {
  readonly violation: string;
  readonly content: BenchmarkContent;
  readonly documentNumber: string;
  readonly publishedOn: LocalDate;
  readonly place: string;
  readonly from: LocalDate;
  readonly through: LocalDate | null;
};

/** One line for each tier, in words that can be read in again. */
export function sheetLines({ violation, content, documentNumber, publishedOn, place, from, through }: Published): readonly SheetLine[] {
  const { head, tiers } = contentLines(content);
  return tiers.map((tier) => ({ violation, ...head, ...tier, documentNumber, publishedOn, place, from, lastDay: through }));
}

/** A benchmark in the words in which it is published and typed. */
export function contentLines(content: BenchmarkContent): { readonly head: HeadWords; readonly tiers: readonly TierWords[] } {
  const { itemCode = null, breach, penalty, statutory, factors } = content;
  return {
    head: {
      ...{ itemCode, breach, penalty, lawKinds: penaltyNames(statutory.kinds) },
      lawFine: statutory.fine === null ? null : fineWords(statutory.fine),
      factors: factors.length === 0 ? null : factors.map(factorWords).join('\n'),
    },
    tiers: content.tiers.map((tier) => ({
      level: TIER_LEVEL_LABELS[tier.level],
      words: tier.words,
      cases: tier.cases.length === 0 ? null : tier.cases.map((c) => caseWords(c, factors)).join('\n'),
      kinds: tier.kinds.length === 0 ? null : penaltyNames(tier.kinds),
      fine: tier.fine === null ? null : fineWords(tier.fine),
      note: tier.note,
    })),
  };
}

/** 货值（元）：不满10000元｜10000元以上 */
function factorWords(factor: Factor): string {
  const name = factor.unit === null ? factor.name : `${factor.name}（${factor.unit}）`;
  return `${name}：${factor.options.map((o) => optionWords(factor, o.label)).join('｜')}`;
}

/** An option of a number is written as its span, so that a file says the same as the page. */
function optionWords(factor: Factor, label: string): string {
  const span: Bounds | null = factor.options.find((o) => o.label === label)?.span ?? null;
  return span === null ? label : boundsWords(span, (n) => `${n / 1000}${factor.unit ?? ''}`);
}

function caseWords(conditions: Tier['cases'][number], factors: readonly Factor[]): string {
  if (conditions.length === 0) return '任何情形';
  return conditions
    .map(({ factor, options }) => {
      const known = factors.find((f) => f.name === factor);
      return `${factor}：${options.map((o) => (known === undefined ? o : optionWords(known, o))).join('｜')}`;
    })
    .join('；');
}

/** A benchmark in one line, for lists: how many tiers and how far the fine goes. */
export function shortWords({ itemCode, statutory, tiers }: BenchmarkContent): string {
  const item = itemCode === undefined ? '' : `；事项${itemCode}`;
  return `${tiers.length}档；法定${penaltyWords(statutory)}${item}`;
}
