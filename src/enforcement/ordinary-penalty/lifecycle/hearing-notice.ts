import { type InputOf, lastDay } from '#law';
import { triesBeforeNotice } from '#law/rules/E03-public-service-last';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_61, ART_64, CIVIL_PROCEDURE_95 } from './articles.ts';
import { form, law } from './conditions.ts';

type Served = InputOf<(typeof FORMS)['serve-hearing']>;

const NOTICE_DAYS = form<Served>('收到日期在通知之后、登记之前', ART_64, ({ state, input, legalDate }) => {
  const from = state.hearing?.notifiedOn ?? input.receivedOn;
  return input.receivedOn < from || input.receivedOn > legalDate
    ? ['day-between', '收到听证通知书的日期应当在制作日期和登记日期之间']
    : null;
});
const NOTICE_PROVED = law<Served>('听证通知书的送达有回证', ART_64, ({ input }) =>
  (input.papers ?? []).length > 0 || input.unproved !== null
    ? null
    : ['no-receipt', '七日自当事人收到听证通知书之日起算，请上传送达回证，或者写明没有回证的原因'],
);
/** E02, 61¶2: what goes by e-mail has its signed 确认书 first, a 听证通知书 too. */
const NOTICE_CONFIRMED = law<Served>('电子送达先签订确认书', ART_61, ({ state, input }) => {
  if (input.how !== 'electronic') return null;
  const { confirmation } = state;
  return confirmation?.electronic === true && confirmation.on <= input.receivedOn
    ? null
    : ['no-confirmation', '当事人同意并签订确认书的，才能采用电子方式送达'];
});
/** How often this notice was tried in other ways before it was put out for everybody. */
export function triesOf({ hearing }: OrdinaryPenalty, { failed, publishedOn }: Pick<Served, 'failed' | 'publishedOn'>): number {
  const [from, until] = [hearing?.notifiedOn ?? null, publishedOn ?? null];
  return (failed ?? []).filter(({ on }) => (from === null || on >= from) && (until === null || on <= until)).length;
}
/** E03, 民诉法 95: for a party whom nothing else reaches, and served only once the thirty days have passed; the seven days ahead of the hearing follow them. */
const PUBLIC_LAST = law<Served>('公告送达在其他方式无法送达之后，公告满三十日', CIVIL_PROCEDURE_95, (c) => {
  const { how, publishedOn, receivedOn, papers } = c.input;
  if (how !== 'public') return null;
  if (publishedOn == null) return ['not-published', '请填写公告发布日期'];
  const notifiedOn = c.state.hearing?.notifiedOn ?? publishedOn;
  if (publishedOn < notifiedOn) return ['published-before', `公告发布日期不得早于听证通知书的制作日期（${notifiedOn}）`];
  const [tried, asked] = [triesOf(c.state, c.input), triesBeforeNotice(c.profile, c.legalDate)];
  if (tried < asked)
    return [
      'public-first',
      `公告送达前应当采取其他方式送达，听证通知书制作以后、公告以前写明未能送达${tried}次，不少于${asked}次（次数为规则参数，待核定）`,
    ];
  if ((papers ?? []).length === 0) return ['no-notice-text', '公告送达的，在案卷中记明原因和经过，请上传公告文本和张贴、刊登的材料'];
  const last = lastDay('law.public-service', publishedOn, c);
  if (last === null) return null;
  if (last === 'unknown') return 'unknown';
  return receivedOn > last ? null : ['public-too-soon', `自发出公告之日起经过三十日视为送达，至${last}届满，收到日期填次日`];
});

/** What the service of a 听证通知书 is asked, whichever way it went. */
export const NOTICE_SERVED = [NOTICE_DAYS, NOTICE_PROVED, NOTICE_CONFIRMED, PUBLIC_LAST] as const;
