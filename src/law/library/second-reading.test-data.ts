/**
 * The second, blind reading of RUNNING_TEXT (305 references) and HARD_TEXT (246): the reader had the sentences alone, wrote down
 * law, place and the first words from the law texts, and only then compared. Listed is what differed, what was noted beyond the
 * places, and how it was settled.
 */
export const SECOND_READING: readonly { readonly law: string; readonly noted: string; readonly settled: string }[] = [
  {
    law: '医疗机构管理条例',
    noted: '文本是2016年修正的；2022年另有一次修改（待核定），当日的条文可能不是这一文本。',
    settled: '条文位置无误。修改登入法规名录后，自其施行日起答“库中没有这一版本的文本”，不再用旧文本作答。',
  },
  {
    law: '企业信息公示暂行条例',
    noted: '文本是2014年公布的；2024年另有一次修改（待核定）。',
    settled: '条文位置无误，处理同上。',
  },
  {
    law: '河道管理条例',
    noted: '文本是2017年修正的；2018年另有一次修改（待核定）。',
    settled: '条文位置无误，处理同上。',
  },
  {
    law: '统计法',
    noted: '四处：读的人按2024年修正的文本写下了条文，所记为“不能确定”。',
    settled: '文本没有载明这次修改的施行日，读的人多认了一步；公布后一年内仍答“不能确定”，登入名录后即能确定。所记不改。',
  },
  {
    law: '种子法',
    noted: '第四十九条没有第二款第（一）项；假种子列在第四十八条第二款。句中引用有误。',
    settled: '应答“没有这一项”，与所记一致。',
  },
  {
    law: '生猪屠宰管理条例',
    noted: '第三十三条没有分项。句中引用有误。',
    settled: '应答“没有这一项”，与所记一致。',
  },
  {
    law: '旅游法',
    noted: '第九十八条没有分项。句中引用有误。',
    settled: '应答“没有这一项”，与所记一致。',
  },
  {
    law: '食品安全法实施条例',
    noted: '“《食品安全法》及其实施条例第六十八条”查到了食品安全法第六十八条。',
    settled: '程序有误，已改：及其实施条例、该法实施条例、《…》实施条例都指实施条例。',
  },
  {
    law: '道路交通安全法实施条例',
    noted: '“该法实施条例第六十二条”查到了该法第六十二条。',
    settled: '程序有误，已改。“该条例”“该办法”也只指前面最近的一部条例、办法，没有就不认。',
  },
  {
    law: '行政处罚法',
    noted: '“第一款第（一）（二）（三）项”只查到款，“三十三条一款”“五十七条一款（二）项”只查到条；（行政处罚法）没有认出。',
    settled: '程序有误，已改。',
  },
  {
    law: '安全生产法',
    noted: '“该条第三款”没有认出。',
    settled: '程序有误，已改。',
  },
  {
    law: '水污染法',
    noted: '读的人以为名称有误，不能确定；程序按简称表认作水污染防治法。',
    settled: '简称没有别的解释，条文位置无误；回答标明“按简称读取，待核定”。',
  },
];
