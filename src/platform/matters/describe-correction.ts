import { chineseDay, effectiveActs, type Json, type MatterKind, parseLocalDate, rowOf, type StoredAct } from '#law';
import { describeFields, type FieldView, type NameMaps } from './describe.ts';

/** What a 更正, its proposal or a 撤销录入 says, for people: which record, why, old and new side by side. */
export function describeCorrection(kind: MatterKind, act: StoredAct, acts: readonly StoredAct[], names: NameMaps): FieldView[] {
  const { input } = act.payload;
  // As it counted when this was said: earlier corrections had changed it already.
  const target = effectiveActs(acts.filter((one) => one.frame.seq < act.frame.seq)).acts.find((one) => one.frame.seq === input['seq']);
  if (target === undefined) return [];
  const label = rowOf(kind, target.frame.type)?.label ?? target.frame.type;
  const reason = typeof input['reason'] === 'string' ? [{ label: '理由', value: input['reason'] }] : [];
  return [{ label: '所更正的记录', value: `${target.frame.legalDate} ${label}` }, ...reason, ...changes(kind, target, input, names)];
}

function changes(kind: MatterKind, target: StoredAct, input: Readonly<Record<string, Json>>, names: NameMaps): FieldView[] {
  if (input['retract'] === true) return [{ label: '内容', value: '整条记录撤销录入' }];
  const fields = input['fields'];
  const changed = typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? Object.entries(fields) : [];
  const form = kind.forms[target.frame.type] ?? {};
  const pairs = changed.flatMap(([key, value]) => {
    const field = form[key];
    if (field === undefined) return [];
    const words = (given: Json): string => describeFields({ [key]: field }, { [key]: given }, names)[0]?.value ?? '（空）';
    return [{ label: field.label, value: `原：${words(target.payload.input[key] ?? null)}\n现：${words(value)}` }];
  });
  const on = typeof input['legalDate'] === 'string' ? parseLocalDate(input['legalDate']) : null;
  const day = on === null ? [] : [{ label: '办理日期', value: `原：${chineseDay(target.frame.legalDate)}\n现：${chineseDay(on)}` }];
  return [...pairs, ...day];
}

/** Who goes on with a matter of a unit that is no more, and by which change; the names are those of the day of the act. */
export function describeSuccession({ payload: { input } }: StoredAct): FieldView[] {
  const said = (key: string, label: string): FieldView[] => (typeof input[key] === 'string' ? [{ label, value: input[key] }] : []);
  return [...said('fromName', '原单位'), ...said('toName', '承接单位'), ...said('basis', '依据')];
}
