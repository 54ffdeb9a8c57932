/**
 * What the planted decisions must show, written by hand from the law: rule, planted decision, whether a doubt must stand
 * (▲) or the decision is lawful just beside the line (✓). Rules and planting know nothing of this table.
 */
type Truth = { readonly rule: string; readonly plant: string; readonly doubted: boolean; readonly because: string };

const TABLE = `
S01 ▲ S01-suspended-since        主体资格暂停当日作出
S01 ▲ S01-suspended-later        主体资格暂停期间作出
S01 ✓ S01-last-day               暂停前一日作出
S01 ✓ S01-before                 资格有效期间作出
S02 ▲ S02-item-of-another        农牧局用了城管局的事项
S02 ▲ S02-item-of-neighbour      林草局用了农牧局的事项
S02 ▲ S02-day-after-last         事项移出清单当日作出
S02 ▲ S02-day-before-first       事项列入清单前一日作出
S02 ✓ S02-last-day               事项在清单内的最后一日
S02 ✓ S02-first-day              事项列入清单当日
S02 ✓ S02-own-item               本机关清单内的事项
S02 ✓ S02-written-otherwise      编码写成全角小写
S03 ▲ S03-day-after-term         委托期限届满次日立案
S03 ▲ S03-item-outside           事项不在委托书所列事项之内
S03 ✓ S03-last-day               委托期限最后一日立案
S03 ✓ S03-in-term                委托期限内、委托书所列事项
S05 ▲ S05-own-name               受委托支队以自己名义作出
S05 ▲ S05-own-name-again         受委托支队以自己名义作出
S05 ✓ S05-delegators-name        以委托机关名义作出
S05 ✓ S05-branch                 派出机构不是受委托组织
S07 ▲ S07-not-empowered          镇政府处罚没有赋权的事项
S07 ▲ S07-of-another             苏木处罚赋给别处的事项
S07 ✓ S07-empowered              镇政府处罚赋权清单内的事项
S07 ✓ S07-empowered-sumu         苏木处罚赋权清单内的事项
S09 ▲ S09-assistant              一名执法人员和一名协管员
S09 ▲ S09-expired                两人中一人证件昨日到期
S09 ✓ S09-last-valid-day         证件有效期最后一日
S09 ✓ S09-two-and-an-assistant   两名执法人员之外还有协管员
S10 ▲ S10-third-expired          两人有效之外，一人的证件已到期
S10 ▲ S10-out-of-field           事项的领域不是证件的领域
S10 ✓ S10-third-last-day         第三人的证件还有效
S10 ✓ S10-in-field               事项的领域就是证件的领域
D08 ▲ D08-citizen-201            当场对公民罚款201元
D08 ▲ D08-organisation-3001      当场对组织罚款3001元
D08 ✓ D08-citizen-200            当场对公民罚款200元
D08 ✓ D08-organisation-3000      当场对组织罚款3000元
D11 ▲ D11-repealed               行为发生在所引法律废止之后
D11 ▲ D11-no-such-article        所引条文不存在
D11 ✓ D11-first-day              行为发生在新法施行当日
D11 ✓ D11-last-article           最后一条存在
D12 ▲ D12-city-paper             只依据市政府文件
D12 ▲ D12-notice                 只依据通知
D12 ✓ D12-local-regulation       依据地方性法规
D12 ✓ D12-law-and-benchmark      法律之外并列裁量基准
E01 ▲ E01-next-working-day       第八个工作日送达
E01 ▲ E01-month                  一个月后送达
E01 ✓ E01-seventh-working-day    第七个工作日送达
E01 ✓ E01-on-the-spot            当场交付
F01 ▲ F01-two-years-and-a-day    满二年次日发现
F01 ▲ F01-three-years            满三年发现
F01 ✓ F01-two-years              满二年当日发现
F01 ✓ F01-one-year               二年之内发现
F06 ▲ F06-day-91                 立案后第九十一日
F06 ▲ F06-day-150                立案后第一百五十日
F06 ✓ F06-day-90                 立案后第九十日
F06 ✓ F06-day-89                 立案后第八十九日
P01 ▲ P01-eighth-working-day     第八个工作日公示
P01 ▲ P01-month                  一个月后公示
P01 ✓ P01-seventh-working-day    第七个工作日公示
P01 ✓ P01-on-the-spot            当场处罚不在报送范围
P03 ▲ P03-warning                仅警告在信用平台公示
P03 ▲ P03-on-the-spot            当场处罚在信用平台公示
P03 ✓ P03-fine                   一般罚款
P03 ✓ P03-warning-and-fine       警告并处罚款
P04 ▲ P04-still-public           撤销后一直没有撤回公示
P04 ▲ P04-fourth-working-day     第四个工作日才撤回公示
P04 ▲ P04-no-reason              按期撤回而没有说明理由
P04 ✓ P04-third-working-day      第三个工作日撤回公示
P04 ✓ P04-within-days            三个工作日还没有过
P04 ✓ P04-never-public           没有公示过，无须撤回
P05 ▲ P05-three-years            一般失信信息公示三年
P05 ▲ P05-year-and-a-day         一般失信信息公示一年零一日
P05 ✓ P05-year                   一般失信信息公示一年
P05 ✓ P05-three-months           一般失信信息公示三个月
P06 ▲ P06-identity               公开文本有身份证号码
P06 ▲ P06-address                公开文本有家庭住址
P06 ✓ P06-case-number            长编号不是个人信息
P06 ✓ P06-office-telephone       办公电话不是个人信息
P07 ▲ P07-amount                 两个来源的金额不同
P07 ▲ P07-day                    两个来源的决定日期不同
P07 ✓ P07-same                   两个来源一致
P07 ✓ P07-no-amount              另一来源没有金额
P08 ▲ P08-wrong-check            信用代码校验码不对
P08 ▲ P08-trader-as-organisation 92开头的代码填成法人
P08 ✓ P08-right-check            信用代码正确
P08 ✓ P08-trader                 92开头的代码填成个体工商户
Q06 ▲ Q06-sixty-thousand         违法所得200元罚款6万元
Q06 ▲ Q06-just-below-income      违法所得999.99元罚款5万元
Q06 ✓ Q06-income-thousand        违法所得恰好1000元
Q06 ✓ Q06-below-fifty-thousand   罚款不足5万元
Q07 ▲ Q07-noise                  没有行为日期，依据已废止的法律
Q07 ▲ Q07-air                    没有行为日期，依据已废止的法律
Q07 ✓ Q07-last-day               废止前一日作出
Q07 ✓ Q07-new-law                依据现行法律
B01 ▲ B01-filed-late             罚款6万元，第40日才备案
B01 ▲ B01-threshold              罚款恰好5万元，第30日才备案
B01 ▲ B01-citizen-threshold      对公民罚款恰好5000元，第45日才备案
B01 ✓ B01-filed-in-time          罚款6万元，第10日备案
B01 ✓ B01-below                  罚款49999元不必备案
B01 ✓ B01-citizen-below          对公民罚款4999元不必备案
B01 ▲ filing-day-late            罚款恰好5万元，期限届满次日在平台报送
B01 ▲ filing-not-filed           罚款恰好5万元，期限届满没有报送
B01 ✓ filing-in-time             罚款6万元，期限内在平台报送
B01 ✓ filing-last-day            罚款恰好5万元，期限最后一日在平台报送
B01 ✓ filing-one-side            罚款7万元，期限内在平台报送，没有上级回执
B01 ✓ filing-still-due           罚款8万元，期限未满
B01 ✓ filing-fen-below           罚款49999.99元，少一分不必备案
D05 ▲ D05-second                 同一行为再次被另一机关罚款
D05 ▲ D05-second-of-farm         同一行为再次被另一机关罚款
D05 ✓ D05-first                  先作出的罚款
D05 ✓ D05-first-of-farm          先作出的罚款
D05 ✓ D05-other-day              行为日期不同
D05 ✓ D05-other-day-before       行为日期不同
Q05 ▲ Q05-high                   高于同类中位数三倍
Q05 ▲ Q05-low                    低于同类中位数三分之一
Q05 ✓ Q05-not-three-times        不足三倍
Q05 ✓ Q05-one-third              不低于三分之一
A01 ▲ A01-growth                 罚没收入同比增长60%
A01 ▲ A01-one-officer            五件中四件由一人承办
A01 ▲ A01-one-item               五件中四件为一个事项
A01 ✓ A01-half-more              恰好增长50%
A01 ✓ A01-three-quarters         八件中六件由一人承办
A01 ✓ A01-four-cases             全年只有四件
A03 ▲ A03-three-in-december      五件中三件在十二月作出
A03 ▲ A03-nine-on-a-day          一人一日作出九件
A03 ✓ A03-two-in-december        五件中两件在十二月作出
A03 ✓ A03-eight-on-a-day         一人一日作出八件
`;

export const TRUTH: readonly Truth[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [rule = '', mark = '', plant = '', because = ''] = line.split(/ +/);
    return { rule, plant, doubted: mark === '▲', because };
  });
