import { choice, files, integer, longtext, rows, text } from '#law';
import { KEEPING_FORMS, LATE } from '#law/evidence/index';
import { DISPOSAL_LABELS, ORIGIN_LABELS } from './model-custody.ts';

const optional = { required: false } as const;
const NUMBER = { no: integer('序号', { min: 1, max: 5000 }) };
const THING = { name: text('物品名称'), quantity: text('数量、规格、特征', { max: 200 }) };
/** Samples come in with 抽样取证 and go with the decision on them. */
const { sampled: _sampled, ...TAKEN_FROM } = ORIGIN_LABELS;
const { consumed: _consumed, ...DISPOSED } = DISPOSAL_LABELS;
const DESTROYING = ['destroyed', 'auctioned', 'treasury'];

/** What the acts on originals, recordings and things ask for. */
export const CUSTODY_FORMS = {
  ...KEEPING_FORMS,
  'take-goods': {
    origin: choice('来源', TAKEN_FROM),
    things: rows('入库物品', THING, { max: 200 }),
    place: text('存放地点'),
    keeper: text('保管人'),
    ...LATE,
    papers: files('物品清单、照片', optional),
  },
  'move-goods': {
    things: rows('移交的物品', NUMBER),
    place: text('移交后的存放地点'),
    keeper: text('移交后的保管人'),
    why: text('移交的原因'),
    ...LATE,
    papers: files('交接记录', optional),
  },
  'dispose-goods': {
    things: rows('处置的物品', NUMBER),
    how: choice('处置方式', DISPOSED),
    to: text('接收人、受托机构', { hint: '返还当事人的填“当事人”，不写姓名，拍卖的填拍卖机构，上缴的填国库，销毁的填承办单位' }),
    reason: longtext('处置的依据和经过', { max: 1000 }),
    ...LATE,
    papers: files('领取凭证、销毁记录、拍卖成交确认书、缴款凭证', { ...optional, fillWhen: { field: 'how', is: DESTROYING } }),
  },
};
