import type { PenaltyFacts } from './facts.ts';
import type { RuleFixtures } from './lawful-decision.fixtures.ts';

function text(content: string): Pick<PenaltyFacts, 'publicTexts'> {
  return { publicTexts: [{ label: '违法事实', text: content }] };
}

export const P06_FIXTURES: RuleFixtures<PenaltyFacts> = {
  rule: 'P06',
  trips: [
    { say: '十八位身份证号码通过校验', facts: text('当事人王某（身份证号150802199001010017）') },
    { say: '全角数字的身份证号码', facts: text('１５０８０２１９９００１０１００１７') },
    { say: '写明是身份证号、末位校验不符的号码', facts: text('当事人王某（身份证号150802199001010018）') },
    { say: '手机号码', facts: text('联系电话13800138000') },
    { say: '银行卡号', facts: text('收款账户6222021234567890128') },
    { say: '车牌号码', facts: text('驾驶蒙L12345小型普通客车') },
    { say: '家庭住址', facts: text('家住临河区阳光小区3号楼2单元401室') },
    { say: '电子邮箱', facts: text('电子邮箱zhangsan_1990@163.com') },
    { say: '微信号', facts: text('加微信abc_hetao88付款') },
    { say: '健康信息', facts: text('当事人因患尿毒症长期住院') },
    { say: '证人姓名', facts: text('证人王小明证实，当事人没有标价') },
    {
      say: '证照编号一栏填了身份证号码',
      facts: { publicTexts: [{ label: '暂扣或吊销证照名称及编号', text: '机动车驾驶证150802199001010017' }] },
    },
    { say: '同一段文字有多项，只提出一条', facts: text('王某150802199001010017，电话13800138000，驾驶蒙L12345') },
  ],
  clears: [
    { say: '机关公开的邮箱', facts: text('举报邮箱hetao@163.com，办公地址新华街道12号') },
    { say: '证人姓名已隐去', facts: text('证人王某证实，当事人没有标价') },
    { say: '动物的疫病', facts: text('当事人销售的羊感染布鲁氏菌病') },
    { say: '号码已整体删去', facts: text('当事人王某（身份证号略）') },
    { say: '号码已遮盖', facts: text('身份证号150802********0017，电话138****8000') },
    { say: '统一社会信用代码', facts: text('统一社会信用代码91150802MA0000001B') },
    { say: '文号、日期和编号', facts: text('巴市监罚〔2026〕12号，2026年3月2日，生产批号13800138000') },
    { say: '没有写明是身份证号、校验不通过的十八位数字', facts: text('编号150802199001010018') },
    { say: '写明是身份证号、出生日期不存在的数字', facts: text('身份证号150802199013410018') },
    { say: '没有文字', facts: { publicTexts: [] } },
  ],
  unknown: [],
};
