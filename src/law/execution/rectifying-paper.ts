import type { InputOf } from '../form.ts';
import type { ActFrame, RegisterFacts } from '../matter-kind.ts';
import { dayWords } from '../sheet.ts';
import { caseLetter, type Issues, partyLines } from './case-papers.ts';
import type { RectifyingForms } from './forms.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';

/** Kind of the letter and of its document. */
export const RECTIFYING = 'rectifying';
export const RECTIFYING_NAME = '行政处罚决定更正书';

/** 行政处罚决定更正书: the slips in a served decision and how it reads, beside the decision that stays as it is. */
export function rectifyingIssues<S extends Executed>(
  room: ExecutingRoom<S>,
  s: S,
  input: InputOf<RectifyingForms['rectify']>,
  frame: ActFrame,
  facts: RegisterFacts,
): Issues {
  const decision = room.decision(s);
  if (decision === null) return [];
  const { on, number, penalty } = decision;
  const what = `本机关${dayWords(on)}作出的${number}${penalty === null ? '不予行政处罚决定书' : '行政处罚决定书'}`;
  return caseLetter(RECTIFYING, s, frame, facts, {
    title: RECTIFYING_NAME,
    number: frame.number?.text ?? null,
    body: [
      {
        heading: null,
        paragraphs: [
          ...partyLines(s),
          `经核对，${what}存在下列书写、计算差错：${input.reason}`,
          '现按下表更正。原决定书的其他内容不变，认定的事实、适用的依据、处罚的种类和幅度没有改变。本更正书与原决定书一并使用。',
        ],
      },
    ],
    list: {
      titles: ['序号', '位置', '原文', '更正为'],
      rows: input.items.map(({ place, wrong, right }, i) => [String(i + 1), place, wrong, right]),
    },
  });
}
