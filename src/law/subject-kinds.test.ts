import { describe, expect, it } from 'vitest';
import type { OrganisationKind, Qualification } from './roles.ts';
import { subjectWords } from './subject-kinds.ts';

const words = (kind: OrganisationKind, through: string | null, qualification: Qualification = 'confirmed') =>
  subjectWords({ kind, qualification, through, superior: '上级机关' });

describe('主体资格的说法（细则第八条第四项、《行政处罚法》第二十条）', () => {
  it.each([
    ['执法部门确认', words('department', null), '确认'],
    ['执法部门暂停', words('department', null, 'suspended'), '暂停'],
    ['派驻队不是主体，不说确认', words('stationed', '派出部门'), '不是行政执法主体，以派出部门名义执法'],
    ['受委托组织', words('delegate', '委托机关'), '不是行政执法主体，以委托机关名义执法'],
    ['受委托组织被注销的写明', words('delegate', '委托机关', 'cancelled'), '不是行政执法主体，以委托机关名义执法（注销）'],
    ['委托关系终止的不以上级名义执法', words('delegate', null), '不是行政执法主体，没有登记委托或者派出的机关，不得执法'],
    ['派出机构以所属机关名义', words('subordinate', null), '不是行政执法主体，以上级机关名义执法'],
    ['司法所不实施执法', words('justice-office', null), '司法行政部门的派出机构，不实施行政执法'],
    ['外部机关不登记资格', words('external', null), '外部机关，不在本平台登记主体资格'],
  ])('%s', (_, said, expected) => expect(said).toBe(expected));
});
