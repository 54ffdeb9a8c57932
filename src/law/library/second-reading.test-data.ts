/**
 * The second reading of RUNNING_TEXT: each sentence was read beside the place that the library finds for it and the beginning
 * of its words. No place was wrong. It was no blind reading: whoever read saw the answers. What was noted beyond that: `law` as
 * cited, what was noted, and how it was settled.
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
    noted: '2024年修正自公布之日起施行（待核定）时，2025年6月已能确定适用新文本。',
    settled: '文本没有载明修改的施行日，公布后一年内仍答“不能确定”，登入名录后即能确定；不改。',
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
];
