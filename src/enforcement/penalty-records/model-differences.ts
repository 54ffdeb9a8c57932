import { type LocalDate, penaltyNames, yuan } from '#law';
import {
  type Difference,
  EXTENSION_LABELS,
  FILE_KIND_LABELS,
  OPEN_ENDED,
  PARTY_KIND_LABELS,
  type PenaltyExtension,
  type PenaltyRow,
  PROCEDURE_LABELS,
  UNDOING_LABELS,
} from './model.ts';

/** What a later report tells otherwise than an earlier one, field by field, in words. */
export function differencesOf(before: PenaltyRow, after: PenaltyRow): readonly Difference[] {
  const now = wordsOf(after);
  return wordsOf(before).flatMap(([label, was], i) => {
    const is = now[i]?.[1] ?? '';
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

const until = (day: LocalDate | null): string => (day === OPEN_ENDED ? '长期' : (day ?? ''));
const fen = (amount: number | null): string => (amount === null ? '' : yuan(amount));

/** The fields of a decision as people read them, always in the same order. */
export function wordsOf(row: PenaltyRow): readonly (readonly [label: string, value: string])[] {
  const { party, penalty, extension } = row;
  return [
    ['行政相对人', party.name],
    ['行政相对人类别', party.kind === null ? '' : PARTY_KIND_LABELS[party.kind]],
    ['统一社会信用代码', party.uscc ?? ''],
    ['行政处罚决定书文号', row.number.text],
    ['处罚决定日期', row.decidedOn],
    ['处罚机关', row.organ.name],
    ['违法行为类型', row.conduct ?? ''],
    ['违法事实', row.facts ?? ''],
    ['处罚依据', row.basis ?? ''],
    ['处罚类别', penaltyNames(penalty.kinds) || penalty.text],
    ['处罚内容', row.content ?? ''],
    ['罚款金额', fen(row.fineFen)],
    ['没收金额', fen(row.confiscatedFen)],
    ['暂扣或吊销证照名称及编号', row.licence ?? ''],
    ['处罚有效期', until(row.validUntil)],
    ['公示截止期', until(row.publicUntil)],
    ['数据来源单位', row.dataSource?.name ?? ''],
    ['数据类别', FILE_KIND_LABELS[row.source.fileKind]],
    ['备注', row.remark ?? ''],
    ...extensionWords(extension),
  ];
}

/** What became of a decision; empty where nobody has told. */
export function undoneWords({ undone }: PenaltyRow): readonly (readonly [label: string, value: string])[] {
  if (undone === undefined) return [];
  return [
    ['结果', UNDOING_LABELS[undone.way]],
    ['生效日期', undone.effectOn],
    ['作出机关', undone.authority],
    ['文书文号', undone.paper ?? ''],
    ['撤回公示日期', undone.offlineOn ?? '尚未撤回'],
    ['公开说明撤回的理由', undone.reasonGiven ? '已说明' : '没有说明'],
  ];
}

function extensionWords(extension: PenaltyExtension): readonly (readonly [string, string])[] {
  const { procedure, officers, itemCode, handler } = extension;
  const days = ['filedOn', 'actStartedOn', 'actEndedOn', 'discoveredOn', 'servedOn', 'publishedOn', 'recordFiledOn'] as const;
  return [
    [EXTENSION_LABELS.procedure, procedure === null ? '' : PROCEDURE_LABELS[procedure]],
    ...days.map((day): [string, string] => [EXTENSION_LABELS[day], extension[day] ?? '']),
    [EXTENSION_LABELS.officers, (officers ?? []).map(({ name, certNo }) => (certNo === null ? name : `${name}（${certNo}）`)).join('、')],
    [EXTENSION_LABELS.itemCode, itemCode ?? ''],
    [EXTENSION_LABELS.handler, handler ?? ''],
  ];
}
