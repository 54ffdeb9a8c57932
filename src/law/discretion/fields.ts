import { isJsonObject, type Json } from '../canonical-json.ts';
import { choices, longtext, money, text } from '../form.ts';
import { MITIGATION_LABELS } from './mitigation.ts';

const optional = { required: false, group: '裁量' } as const;

/** What is told of how a penalty was weighed, alike wherever one is proposed or decided. */
export const WEIGHING_FIELDS = {
  valueGoods: money('货值金额', { ...optional, hint: '罚款按货值金额的倍数计算的必填，其他的不填' }),
  gain: money('违法所得', {
    ...optional,
    hint: '罚款按违法所得的倍数计算、而没有没收或者没有全部没收的必填，例如已经退赔；没收的数额就是全部违法所得的不填',
  }),
  deviation: longtext('不按裁量权基准档次处罚的理由', { ...optional, max: 1000 }),
  notFree: text('不适用“不予处罚”清单的理由', { ...optional, max: 500, hint: '事项在不予处罚清单上、给予处罚的必填' }),
  notLess: text('不适用“从轻、减轻处罚”清单的理由', {
    ...{ ...optional, max: 500 },
    hint: '事项在从轻、减轻处罚清单上而不予从轻、减轻的必填',
  }),
};

/** The grounds of a lesser penalty; `field` is the choice that says it is one. */
export function mitigationField(field: string, is: readonly string[]) {
  return choices('从轻、减轻的情形', MITIGATION_LABELS, { ...optional, when: { field, is } });
}

/** Payloads from before a penalty's weighing was told, brought to today's form; `more`: what else the form did not ask for. */
export function withoutWeighing(more: Readonly<Record<string, Json>> = {}): (payload: Json) => Json {
  const untold = { deviation: null, notFree: null, notLess: null, mitigation: null, ...more };
  return (payload) => (isJsonObject(payload) ? { ...untold, ...payload } : payload);
}
