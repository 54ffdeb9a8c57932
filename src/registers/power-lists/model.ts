import { type ListKind, type LocalDate, POWER_KIND_LABELS, type PowerKind } from '#law';

export { LIST_LABELS, type ListKind, POWER_KIND_LABELS, type PowerKind } from '#law';

/** A duty is one item and one officer: the same officer may answer for many items, and an item be shared by many. */
export function dutyCode(item: string, certificate: string): string {
  return `${item}/${certificate}`;
}

/** The item of a duty's code. */
export function dutyItem(code: string): string {
  return code.slice(0, Math.max(code.lastIndexOf('/'), 0));
}

/** One line of a list in one period. */
export type EntryContent = {
  readonly name: string;
  /** Only lines of lists that have a kind (hasPowerKind) have one. */
  readonly powerKind: PowerKind | null;
  readonly basis: string;
  readonly duty: string | null;
  readonly accountability: string | null;
  /** What a lenient list asks for, what an inspection covers, what a catalogue of reviews catches. */
  readonly conditions: string | null;
  readonly measure: string | null;
  /** Number of the paper that decided the line (省级赋权决定, 部门公布文件). */
  readonly decision: string | null;
  readonly publishedOn: LocalDate | null;
  readonly publishedAt: string | null;
  /** CT9: the field of enforcement to which an item belongs (S10). */
  readonly domain: string | null;
  /** The day on which the province last evaluated an empowerment (处罚法 24). */
  readonly evaluatedOn: LocalDate | null;
  /** 岗位职责分解 alone: who answers for the item in which post, and by which certificate. */
  readonly post: string | null;
  readonly officer: string | null;
  readonly certificate: string | null;
};

/** What names a line for ever: the same line in another period is its next version. */
export type EntryKey = { readonly list: ListKind; readonly organisationId: string; readonly code: string };

export function entryKeyText({ list, organisationId, code }: EntryKey): string {
  return `${list}/${organisationId}/${code}`;
}

/** Labels of a line's content, in the order in which people compare them. */
export function entryWords(c: EntryContent): Readonly<Record<string, string>> {
  return {
    名称: c.name,
    权力类别: c.powerKind === null ? '' : POWER_KIND_LABELS[c.powerKind],
    设定依据: c.basis,
    责任事项: c.duty ?? '',
    追责情形及依据: c.accountability ?? '',
    适用条件: c.conditions ?? '',
    配套措施: c.measure ?? '',
    决定文号: c.decision ?? '',
    公布日期: c.publishedOn ?? '',
    公布位置: c.publishedAt ?? '',
    执法领域: c.domain ?? '',
    赋权评估日期: c.evaluatedOn ?? '',
    岗位: c.post ?? '',
    执法人员: c.officer ?? '',
    执法证号: c.certificate ?? '',
  };
}
