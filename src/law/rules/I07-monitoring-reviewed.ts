import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { MonitoredFact } from './case-facts.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const monitoringReviewed: SupervisionRule<MonitoredFact> = {
  ...OF_A_CASE,
  id: 'I07',
  title: '电子监控证据是否经审核、设置地点是否公布',
  cite: [cite('行政处罚法', 41)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '利用电子技术监控设备收集、固定违法事实的，应当经过法制和技术审核，设置地点应当向社会公布；记录内容未经审核或者经审核不符合要求的，不得作为证据。',
  check: ({ monitored }) =>
    monitored
      .filter(({ lacks }) => lacks.length > 0)
      .map(({ no, lacks }) => ({
        because: `第${no}号证据由电子技术监控设备收集，没有写明${lacks.join('、')}`,
        facts: { 证据: `${no}号`, 没有写明: lacks.join('、') },
        clears: '设备的审核、公布文件和记录内容的审核记录',
        fact: String(no),
      })),
};
