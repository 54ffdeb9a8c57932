import type { Stop } from './conditions.ts';
import { date, files, type InputOf, text, type When } from './form.ts';
import type { LocalDate } from './local-date.ts';

/** 指定管辖 (处罚法 25). */
export type Designation = { readonly by: string; readonly number: string; readonly on: LocalDate };

/** 22, 25: by whom, and by which document, the organ was put in charge of what was done outside its region. `more`: when it is asked. */
export function designationFields(more: { readonly when?: When } = {}) {
  const options = { required: false, group: '指定管辖', ...more } as const;
  return {
    designatedBy: text('指定管辖的机关', { ...options, hint: '发生地不在本机关管辖区域的，填写本组各项' }),
    designationNumber: text('指定管辖文书文号', { ...options, max: 100 }),
    designatedOn: date('指定管辖日期', options),
    designationPapers: files('指定管辖文书', options),
  };
}
type Designated = Partial<InputOf<ReturnType<typeof designationFields>>>;

/** null: none, or not told in whole. */
export function designationOf({ designatedBy: by, designationNumber: number, designatedOn: on }: Designated): Designation | null {
  return by == null || number == null || on == null ? null : { by, number, on };
}

/** What was done in `place`, outside the organ's region, is lawfully its own only by a designation told in whole; the stop says what lacks. */
export function notDesignated(input: Designated, { code, place, reported }: { code: string; place: string; reported: boolean }): Stop {
  const parts = [
    ['机关', input.designatedBy != null],
    ['文号', input.designationNumber != null],
    ['日期', input.designatedOn != null],
    // The paper of a case from elsewhere lies there.
    ['文书', reported || (input.designationPapers ?? []).length > 0],
  ] as const;
  const lacks = parts.flatMap(([name, isTold]) => (isTold ? [] : [name]));
  if (lacks.length === 0) return null;
  const away = `违法行为发生在${place}辖区，不在本机关管辖区域`;
  const isNone = parts.every(([name, isTold]) => !isTold || name === '文书');
  return isNone
    ? [code, `${away}：应当移送有管辖权的机关，或者填写指定管辖的机关、文号、日期，上传指定管辖文书`]
    : [code, `${away}：指定管辖还缺${lacks.join('、')}`];
}

/** Nobody is put in charge by what is yet to come. */
export function designatedAhead({ designatedOn }: Designated, on: LocalDate): Stop {
  return designatedOn != null && designatedOn > on ? ['designated-ahead', '指定管辖的日期晚于办理日期'] : null;
}
