import { CATALOGUE_WORDS, catalogueCases, INTERNAL_SYSTEMS, type LocalDate } from '#law';
import type { Cells } from '#registers/loading';
import type { ListColumn, RowCase } from './list-columns.ts';
import type { EntryContent, ListKind } from './model.ts';

type Line = {
  readonly list: ListKind;
  readonly code: string;
  readonly content: EntryContent;
  readonly unitId: string;
  readonly from: LocalDate;
};

/** Lists whose lines are no powers: duties of named officers, internal systems, yearly plans. */
export function fitsOwnForm(cells: Cells<ListColumn>, line: Line, c: RowCase): void {
  if (line.list === 'post-duty') fitsDuty(cells, line, c);
  if (line.list === 'internal-system') fitsSystem(cells, line);
  if (line.list === 'legal-review') fitsCatalogue(cells, line);
  if (line.list === 'inspection-plan' && !/^(19|20)\d{2}$/.test(line.code)) cells.problem('code', '年度行政检查计划的编码写年份，如2026');
  if (line.list === 'normative-document' && line.content.publishedOn === null)
    cells.problem('publishedOn', '规范性文件公布目录应当写明公布日期');
}

/** 岗位职责分解: a post, a named officer of the unit, and the certificate that the officer holds on the first day. */
function fitsDuty(cells: Cells<ListColumn>, { content, unitId, from }: Line, c: RowCase): void {
  const { post, officer, certificate } = content;
  if (post === null) cells.problem('post', '岗位职责分解应当写明岗位');
  if (officer === null) cells.problem('officer', '岗位职责分解应当写明执法人员');
  if (certificate === null) cells.problem('certificate', '岗位职责分解应当写明执法证号');
  if (post === null || officer === null || certificate === null) return;
  const holder = c.holderOf?.(certificate, from) ?? null;
  // One answer for whatever does not fit: nobody learns from a load whose number it is.
  if (holder === null || holder.name !== officer || holder.organisationId !== unitId) {
    cells.problem('certificate', `${from}本单位没有持该有效行政执法证的这名人员（《实施细则》第八条第五项）`);
  }
}

/** 处罚法 58: of penalties a line says what it catches, so that every case can be asked; of other decisions its words are read by people. */
function fitsCatalogue(cells: Cells<ListColumn>, { content }: Line): void {
  if (content.powerKind !== 'penalty' || catalogueCases(content.conditions ?? '') !== null) return;
  cells.problem('conditions', `处罚决定的审核情形应当${CATALOGUE_WORDS}（《行政处罚法》第五十八条）`);
}

/** 细则 25: the body, its staff and the six systems have fixed codes, and each rests on a paper of the unit. */
function fitsSystem(cells: Cells<ListColumn>, { code, content }: Line): void {
  if (!Object.hasOwn(INTERNAL_SYSTEMS, code)) {
    const codes = Object.entries(INTERNAL_SYSTEMS).map(([key, label]) => `${key}（${label}）`);
    cells.problem('code', `应为：${codes.join('、')}（《实施细则》第二十五条）`);
  }
  if (content.decision === null) cells.problem('decision', '应当写明制度、机构、人员文件的文号（《实施细则》第二十五条）');
}
