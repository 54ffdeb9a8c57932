import { type FormFields, isJsonObject, type Json } from '#law';
import type { InputProblem } from './parse-input.ts';

const REASON = '附件已失效（上传后24小时内没有提交、也没有存为草稿的会被清除）或不是您上传的，请移除后重新上传';

/** A problem for each field that names a file which is no pending upload of the person's own any more. */
export function lostFiles(
  form: FormFields,
  value: Readonly<Record<string, Json>>,
  found: readonly { readonly id: string }[],
): InputProblem[] {
  return lostIn(form, value, new Set(found.map((file) => file.id)), '');
}

function lostIn(form: FormFields, value: Readonly<Record<string, Json>>, found: ReadonlySet<string>, at: string): InputProblem[] {
  return Object.entries(form).flatMap(([key, field]): InputProblem[] => {
    const list = value[key];
    if (!Array.isArray(list)) return [];
    const path = at + key;
    if (field.as === 'rows')
      return list.flatMap((row: Json, i) => (isJsonObject(row) ? lostIn(field.fields, row, found, `${path}[${i}].`) : []));
    const isLost = field.as === 'files' && list.some((id) => !found.has(String(id)));
    return isLost ? [{ path, label: field.label, reason: REASON }] : [];
  });
}
