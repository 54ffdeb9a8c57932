import { ONE_VOLUME } from '../case-file.ts';
import { localDate } from '../local-date.ts';
import type { Grade, RuleParameter } from '../profile.ts';

const SINCE = { from: localDate('2021-07-15'), until: null };

function parameter(name: string, label: string, value: number, grade: Grade): RuleParameter {
  return { name, label, value, grade, inForce: SINCE };
}

/**
 * Thresholds and shares that the rules read by name: the defaults with which a city starts. Amounts are fen.
 * The thresholds of B01 stand in Art. 3 of the filing measures of 2002; the other values are the platform's own.
 */
export const DEFAULT_PARAMETERS: readonly RuleParameter[] = [
  parameter('B01.citizen-fen', '重大行政处罚：对公民罚款、没收（分）', 500_000, 'excerpt'),
  parameter('B01.organisation-fen', '重大行政处罚：对法人或者其他组织罚款、没收（分）', 5_000_000, 'excerpt'),
  parameter('B01.detention-days', '重大行政处罚：行政拘留（日）', 10, 'excerpt'),
  parameter('N06.citizen-fen', '应当告知听证：对公民、个体工商户罚款、没收（分；本区标准未核实）', 500_000, 'ours'),
  parameter('N06.organisation-fen', '应当告知听证：对法人或者其他组织罚款、没收（分；本区标准未核实）', 5_000_000, 'ours'),
  parameter('D08.sole-trader-organisation', '当场处罚：个体工商户按“其他组织”的限额（1为是；处罚法51没有规定）', 0, 'ours'),
  parameter('A01.growth-percent', '罚没收入同比增长（%）', 50, 'ours'),
  parameter('A01.share-percent', '案件集中于一人或者一项（%）', 80, 'ours'),
  parameter('A01.minimum-cases', '判断罚没异常的最少案件数', 5, 'ours'),
  parameter('A03.december-percent', '十二月案件占全年（%）', 40, 'ours'),
  parameter('A03.same-day', '一名执法人员同日决定数', 8, 'ours'),
  parameter('A03.minimum-cases', '判断集中扎堆的最少案件数', 5, 'ours'),
  parameter('A03.data-from-month', '判断十二月占比所需数据的最晚起始月', 6, 'ours'),
  parameter('B03.years', '规范性文件有效期至多（年；2012年办法，令262的条文待核定）', 5, 'recalled'),
  parameter('B03.trial-years', '暂行、试行的规范性文件有效期至多（年；2012年办法，令262的条文待核定）', 2, 'recalled'),
  parameter('S13.since', '初任审核人员应有法律职业资格之日（年月日，20180101即2018年1月1日）', 20_180_101, 'recalled'),
  parameter('P10.working-days', '事前公开内容变动后公布（工作日）', 20, 'ours'),
  parameter('S08.months', '赋权评估的间隔（月）', 12, 'ours'),
  parameter('D05.days', '疑似同一行为：两次罚款相隔不超过（日）', 90, 'ours'),
  parameter('KE-28.without-suspension', '行政复议中止的期间不计入复议决定的期限（1为是；复议法39、62没有逐字规定）', 1, 'ours'),
  parameter('E03.tries', '公告送达以前记明的未能送达（次；民诉法95没有规定次数）', 2, 'ours'),
  parameter('E06.on-unpaid', '加处罚款按尚未缴纳的罚款计算（1为是，0按罚款全额；处罚法72没有规定部分缴纳的情形）', 1, 'ours'),
  parameter('penalty.decider-apart', '处罚决定由没有承办本案的负责人作出（1为是；处罚法57没有明文）', 1, 'ours'),
  parameter('penalty.sealer-apart', '承办人不为自己承办的案件文书用印（1为是；法律没有规定）', 1, 'ours'),
  parameter(
    'penalty.recorded-stages',
    '应当音像记录的环节（登记保存、听证、留置送达、销毁）有记录或者说明才能结案（1为是；118号的清单待核定）',
    1,
    'recalled',
  ),
  parameter(
    'penalty.recorded-on-spot',
    '当场处罚的现场执法有音像记录或者说明才能结案（1为是，0只提醒；118号要求现场执法根据实际情况音像记录，待核定）',
    0,
    'recalled',
  ),
  parameter(
    'penalty.catalogue-reviewed',
    '列入本机关法制审核目录的写明应当法制审核（1为是；118号要求编制目录，原文待核定）',
    1,
    'recalled',
  ),
  parameter('correction.signer-apart', '责令改正通知书由没有拟稿的负责人签发（1为是；法律没有规定）', 1, 'ours'),
  parameter('penalty.deviation-discussed', '不按裁量权基准档次处罚的经集体讨论（1为是；处罚法34没有规定）', 1, 'ours'),
  parameter('penalty.remade-not-heavier', '重新作出的处罚不重于被撤销的，有新事实的除外（1为是；法律没有逐字规定）', 1, 'ours'),
  parameter('closing.orders-followed', '责令改正复查、处理以后才能结案（1为是；处罚法28没有规定复查）', 1, 'ours'),
  parameter('closing.samples-settled', '抽样取证的样品处理以后才能结案（1为是；处罚法56没有规定）', 1, 'ours'),
  parameter('payment.receipt-once', '一张票据只登记一笔缴款（1为是；处罚法67、70没有逐字规定）', 1, 'ours'),
  parameter('publicity.minor-not-shown', '当事人是未成年人的处罚决定不得登记公示（1为是，0只预警；法律没有逐字规定）', 1, 'ours'),
  parameter(
    'publicity.slight-not-on-credit',
    '轻微失信信息不得登记在信用平台公示（1为是，0只预警；36号令只见摘要，原则上不公示）',
    0,
    'excerpt-summary',
  ),
  parameter('F04.working-days', '应立未立：符合立案标准后立案（工作日；法律没有规定长度）', 15, 'ours'),
  parameter('F08.open-days', '久拖不结：立案后没有决定（日）', 180, 'ours'),
  parameter('F08.silent-days', '久拖不结：没有新的办理记录（日）', 30, 'ours'),
  parameter('I09.days', '倒签、补录：录入晚于办理（日）', 3, 'ours'),
  parameter('E09.days', '没收的财物处置（日）', 90, 'ours'),
  parameter('D12.rule-cap-general-fen', '仅以规章为依据的罚款一般限额（分）', 10_000_000, 'excerpt-summary'),
  parameter('D12.rule-cap-fen', '仅以规章为依据、涉及生命健康安全等领域的罚款限额（分）', 20_000_000, 'excerpt-summary'),
  parameter('P05.huge-fine-fen', '罚款达到即不按一般失信信息判断（分）', 100_000_000, 'ours'),
  parameter('Q05.minimum-cases', '类案比较的最少案件数', 5, 'ours'),
  parameter('Q05.months', '类案比较的期间（月）', 24, 'ours'),
  parameter('Q05.times', '高于类案中位数（倍）', 3, 'ours'),
  parameter('Q05.fraction', '低于类案中位数（几分之一）', 3, 'ours'),
  parameter('Q06.income-fen', '小过重罚：违法所得不足（分）', 100_000, 'ours'),
  parameter('Q06.fine-fen', '小过重罚：罚款达到（分）', 5_000_000, 'ours'),
  parameter(ONE_VOLUME, '处罚案卷：不分正卷、副卷，装订为一卷（1为是）', 0, 'practice'),
  parameter('case-filing.approver-apart', '监督案件：批准立案的负责人不得是唯一承办人（1为是；细则没有规定）', 1, 'ours'),
  parameter('normative-filing.government-to-upper', '规范性文件备案：旗县区政府报市政府（1为是；令262条文待核定）', 1, 'recalled'),
  parameter('normative-filing.department-to-own', '规范性文件备案：部门报本级政府（1为是；令262条文待核定）', 1, 'recalled'),
  parameter(
    'normative-filing.vertical-to-local',
    '规范性文件备案：垂直管理机关报所在地人民政府（1为是；渠道待核定，0为不在本平台报送）',
    0,
    'ours',
  ),
  parameter('normative-filing.township-to-banner', '规范性文件备案：苏木乡镇、街道报旗县区政府（1为是；令262条文待核定）', 1, 'recalled'),
];
