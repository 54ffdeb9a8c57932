import { shownDocumentNumber } from '#law';
import { type BothTexts, bothTexts } from '#law/library/both-texts';
import type { LawLibrary } from '#law/library/library';
import type { DecisionView } from '../contract.ts';
import type { PenaltyRecord, PenaltyRow } from '../model.ts';
import { differencesOf, undoneWords, wordsOf } from '../model-differences.ts';

/** Under which heading each field of a decision stands; what is not named here is about the decision itself. */
const GROUPS: readonly (readonly [title: string, labels: readonly string[]])[] = [
  ['决定', ['行政处罚决定书文号', '处罚决定日期', '处罚机关', '处罚类别', '处罚内容', '罚款金额', '没收金额', '暂扣或吊销证照名称及编号']],
  ['当事人', ['行政相对人', '行政相对人类别', '统一社会信用代码']],
  ['违法行为', ['违法行为类型', '违法事实', '处罚依据', '违法行为发生日期', '违法行为终了日期', '发现日期', '事项编码']],
  ['办理与公示', ['程序', '立案日期', '送达日期', '公示日期', '备案日期', '执法人员及证号', '承办人', '处罚有效期', '公示截止期']],
  ['来源', ['数据来源单位', '数据类别', '备注']],
];

/** As it is usually written; beside it as the source has written it, where that differs. */
function numberWords({ number }: PenaltyRow): string {
  const shown = shownDocumentNumber(number.text);
  return shown === number.text ? shown : `${shown}（来源写法：${number.text}）`;
}

/** A decision as its page shows it: in words, by heading, empty fields left out. */
export function viewOf({ row, organId, updates, otherwise, repeats, mergedInto }: PenaltyRecord, library: LawLibrary | null): DecisionView {
  const words = new Map(wordsOf(row)).set('行政处罚决定书文号', numberWords(row));
  return {
    number: shownDocumentNumber(row.number.text),
    organId,
    groups: GROUPS.map(([title, labels]) => ({
      title,
      fields: fieldsOf(labels.map((label) => [label, words.get(label) ?? ''])),
    }))
      .concat([{ title: '变更、撤销', fields: fieldsOf(undoneWords(row)) }])
      .filter((group) => group.fields.length > 0),
    updates: updates.map(({ reason, differences }) => ({ reason, differences })),
    otherwise: otherwise === null ? null : { where: otherwise.where, differences: differencesOf(row, otherwise.row) },
    repeats: repeats.map(({ where }) => where),
    mergedInto,
    bothTexts: library === null ? [] : bothTextsOf(row, library),
  };
}

function bothTextsOf({ basis, decidedOn, extension }: PenaltyRow, library: LawLibrary): readonly BothTexts[] {
  const deedOn = extension.actEndedOn ?? extension.actStartedOn;
  if (basis === null || deedOn === null) return [];
  return bothTexts(library, basis, deedOn, decidedOn);
}

function fieldsOf(words: readonly (readonly [label: string, value: string])[]): { label: string; value: string }[] {
  return words.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]));
}
