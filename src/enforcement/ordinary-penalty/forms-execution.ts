import {
  CORRECTING_FORMS,
  choice,
  DISPUTING_FORMS,
  ENDING_FORM,
  ENFORCING_FORMS,
  files,
  integer,
  LANDED_ON,
  longtext,
  money,
  PUBLISHING_FORMS,
  SERVING_FORMS,
  TAKING_FORMS,
  text,
} from '#law';
import { CHANNEL_LABELS, ON_SPOT_LABELS } from './model-execution.ts';

const optional = { required: false } as const;
/** What each act from sealing to the archive asks for. */
export const EXECUTION_FORMS = {
  ...SERVING_FORMS,
  pay: {
    amount: money('金额'),
    channel: choice('缴款方式', CHANNEL_LABELS, { notHere: ['own-account'] }),
    onSpot: choice('当场收缴的情形', ON_SPOT_LABELS, {
      ...{ ...optional, when: { field: 'channel', is: ['on-spot'], fill: true } },
      // 68 is for what was decided on the spot.
      notHere: ['small', 'hard-later'],
    }),
    landedOn: { ...LANDED_ON, when: { field: 'channel', is: ['on-spot'] } },
    receipt: text('专用票据号'),
  },
  ...TAKING_FORMS,
  ...ENFORCING_FORMS,
  'record-performance': {
    content: longtext('履行情况', { max: 2000, hint: '没收物品的处置、停产停业、吊销证照等的执行' }),
    papers: files('证明材料', optional),
  },
  ...DISPUTING_FORMS,
  ...CORRECTING_FORMS,
  'complete-performance': { summary: longtext('履行情况', { max: 1000 }) },
  'end-execution': ENDING_FORM,
  ...PUBLISHING_FORMS,
  close: { summary: longtext('结案意见', { max: 2000 }) },
  archive: {
    number: text('案卷号', { max: 60, hint: '本机关档案的编号，例如：2026-001' }),
    pages: integer('页数', { min: 1, max: 100_000 }, optional),
  },
};
