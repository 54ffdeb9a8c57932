import { expect, it } from 'vitest';
import { rowOf } from '#law';
import { ruleById } from '#law/rules/index';
import { KINDS } from './rooms.ts';

it.each(KINDS.filter((kind) => kind.askedByRules !== undefined).map((kind) => [kind.name, kind] as const))(
  '%s：与监督规则同问的办理条件都在流程里，规则都有（细则第三条第二款：同一情形不重复预警）',
  (_, kind) => {
    const rows = Object.keys(kind.lifecycle).flatMap((act) => rowOf(kind, act) ?? []);
    const names = new Set(rows.flatMap((row) => [...(row.guards ?? []), ...(row.inputGuards ?? [])]).map((guard) => guard.name));
    const asked = kind.askedByRules ?? [];
    expect(asked.filter(({ guard }) => !names.has(guard))).toEqual([]);
    expect(asked.filter(({ rule }) => ruleById(rule) === null)).toEqual([]);
  },
);
