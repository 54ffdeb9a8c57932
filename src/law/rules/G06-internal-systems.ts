import { cite } from '../citation.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { UnitKind, UnitSystems } from './unit-facts.ts';

/** 细则 25: the codes under which the register of lists has the body, its staff and the six systems. */
const ASKED: Readonly<Record<string, string>> = {
  机构: '内部监督机构',
  人员: '内部监督人员',
  '25(1)': '行政执法人员管理制度',
  '25(2)': '行政执法公示制度',
  '25(3)': '行政执法全过程记录制度',
  '25(4)': '重大执法决定法制审核制度',
  '25(5)': '行政执法案卷评查制度',
  '25(6)': '责任追究制度',
};

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
    const lacking = Object.keys(ASKED).filter((code) => !systems.includes(code));
    if (lacking.length === 0) return null;
    const words = lacking.map((code) => ASKED[code] ?? code).join('、');
    return {
      because: `内部监督缺${words}`,
      facts: { 已录入: `${Object.keys(ASKED).length - lacking.length}项`, 缺: words },
      clears: '制度文件、机构设置或者人员名单的文号，录入内部监督制度',
    };
  },
};
