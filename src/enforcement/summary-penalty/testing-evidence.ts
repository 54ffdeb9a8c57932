import type { Json } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { A, B, DAY, HANDLER, opened } from './testing.ts';

type Input = Readonly<Record<string, Json>>;
export const EVIDENCE: Input = {
  ...{ kind: 'audiovisual', name: '经营场所照片', proves: '没有亮明营业执照', source: '现场执法', place: '解放西街1号' },
  ...{ how: 'surveyed', form: 'original', officers: [A, B], verified: true, papers: [idOf('现场照片')] },
};
export const RECORDED: Input = {
  ...{ stage: 'on-spot', from: '09:10', until: '09:35', device: '执法记录仪3号', officers: [A, B], told: true },
  papers: [idOf('执法记录')],
};
export const HAND_OVER: Input = { no: 1, from: '承办人甲', to: '档案员', place: '档案室', why: '归档' };

/** A case with every act on evidence and recordings, and one in which it is said why nothing was recorded. */
export function evidenceWays(): readonly Rehearsal[] {
  const filmed = opened()
    .does(HANDLER, 'evidence', { ...EVIDENCE, keeper: '承办人甲', keptAt: '证据柜' })
    .does(HANDLER, 'record-av', RECORDED)
    .does(HANDLER, 'hand-over-evidence', HAND_OVER)
    .does(HANDLER, 'view-original', { no: 1, who: '代理人', why: '核对', resealed: true })
    .does(HANDLER, 'attach-redacted', { no: 1, how: '面部', papers: [idOf('遮盖后的照片')] });
  const said = opened().does(HANDLER, 'explain-unrecorded', { stage: 'on-spot', on: DAY, reason: '文字记录能够全面有效记录' });
  return [filmed, said];
}
