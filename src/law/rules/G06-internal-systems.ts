import { cite } from '../citation.ts';
import { INTERNAL_SYSTEMS } from '../internal-systems.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { UnitKind, UnitSystems } from './unit-facts.ts';

export const internalSystems: SupervisionRule<UnitKind & UnitSystems> = {
  id: 'G06',
  version: 1,
  title: '内部监督的机构、人员和六项制度是否齐全',
  cite: [cite('实施细则', 25)],
  grade: 'statute',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(3)',
  asks: '行政执法部门应当建立内部监督机制，明确机构和人员，健全人员管理、公示、全过程记录、法制审核、案卷评查、责任追究等制度。',
  check: ({ kind, systems }, { profile, today }) => {
    if (kind !== 'department') return null;
    if (parameterOf(profile, 'G06.systems', today) === null) return MISSING.parameter;
    if (systems === null) return MISSING.internalSystems;
    const lacking = Object.keys(INTERNAL_SYSTEMS).filter((code) => !systems.includes(code));
    if (lacking.length === 0) return null;
    const words = lacking.map((code) => INTERNAL_SYSTEMS[code] ?? code).join('、');
    return {
      because: `内部监督缺${words}`,
      facts: { 已录入: `${Object.keys(INTERNAL_SYSTEMS).length - lacking.length}项`, 缺: words },
      clears: '制度文件、机构设置或者人员名单的文号，录入内部监督制度',
    };
  },
};
