import type { ListColumn } from '#platform/matters/shown-columns';
import { type CorrectionItem, ORDERING_KIND_LABELS } from '../contract.ts';
import { CORRECTION_STATE_LABELS, handledWords } from '../model.ts';

/** What the page of 改正复查台账 shows, in its order. */
export const CORRECTION_COLUMNS: readonly ListColumn<CorrectionItem>[] = [
  { id: 'content', title: '责令改正内容', cell: (c) => c.content },
  { id: 'state', title: '状态', cell: (c) => CORRECTION_STATE_LABELS[c.state] },
  { id: 'paper', title: '文书号', cell: (c) => c.paper },
  { id: 'number', title: '案号', cell: (c) => c.number },
  { id: 'cause', title: '案由、违法行为', cell: (c) => c.cause },
  { id: 'no', title: '第几次', cell: (c) => c.no },
  { id: 'party', title: '当事人', cell: (c) => c.party },
  { id: 'organ', title: '办案机关', cell: (c) => c.organ },
  { id: 'kind', title: '程序', cell: (c) => ORDERING_KIND_LABELS[c.kind] },
  { id: 'servedOn', title: '送达', cell: (c) => c.servedOn },
  { id: 'lastDay', title: '改正期限', cell: (c) => c.lastDay },
  { id: 'daysOver', title: '超过（日）', cell: (c) => c.daysOver },
  { id: 'checkedOn', title: '复查', cell: (c) => c.checkedOn },
  { id: 'handled', title: '处理', cell: handledWords },
];
