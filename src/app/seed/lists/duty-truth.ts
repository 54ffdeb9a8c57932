/**
 * What is planted about units, written by hand from the law: the rule, the unit, and what of it must be doubted (▲) or is
 * lawful just beside the line (✓). Rules and planting know nothing of this table.
 */
export type DutyTruth = { readonly rule: string; readonly unit: string; readonly doubted: boolean; readonly fact: string };

const TABLE = `
S04 ▲ 市交通局       受委托组织没有公布
S04 ✓ 市农牧局       没有委托
S08 ▲ 临河司法局     狼山镇
S08 ✓ 乌中司法局     都在一年内评估过
Q08 ▲ 市文旅局       不予处罚清单
Q08 ✓ 市市场监管局   都已公布
P10 ▲ 市卫健委       权责清单
J15 ▲ 市应急局       没有公布本年度
J15 ✓ 市市场监管局   三月二十八日公布
B02 ▲ 临河市场监管局 没有上一级主管部门
B02 ✓ 市应急局       没有应抄报而缺回执的
B03 ▲ 市农牧局       才报送备案
B03 ▲ 市卫健委       没有报送备案
B03 ▲ 临河市场监管局 起失效
B03 ✓ 市交通局       公布目录中的文件已经报送
B03 ✓ 市城管局       按期报送，有效期不满五年
G04 ▲ 乌中林草局     呼勒斯太苏木
G04 ▲ 市农牧局       个下级部门
G04 ✓ 市市场监管局   五个月前指导过临河
G04 ✓ 临河城管局     都在六个月内指导过
G13 ▲ 市司法局       没有开始执法主体清理
G13 ▲ 乌中司法局     没有开始执法主体清理
G13 ▲ 五原司法局     没有开始执法主体清理
G13 ✓ 临河司法局     十二日前开始清理
G06 ▲ 市农牧局       行政执法案卷评查制度
G06 ✓ 市市场监管局   六项齐全
G08 ▲ 市人社局       不予实施行政强制措施清单
G08 ✓ 市市场监管局   四张齐全
G09 ▲ 市交通局       重点监管事项清单
G09 ✓ 市应急局       有公布记录
`;

export const DUTY_TRUTH: readonly DutyTruth[] = truthIn(TABLE);

/** A table of such lines, read. */
export function truthIn(table: string): readonly DutyTruth[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [rule = '', mark = '', unit = '', fact = ''] = line.split(/ +/);
      return { rule, unit, doubted: mark === '▲', fact };
    });
}
