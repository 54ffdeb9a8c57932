import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findPersonalData, type LocalDate, PERSONAL_DATA_LABELS, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { type Pool, rows } from '#platform/db';
import { rateLimit } from '#platform/identity/rate-limit';
import { sourceOf } from '#platform/identity/sign-in-source';
import { isUuid } from '#platform/session';
import { suggestReview } from '../../supervision/normative-filings/actions-suggest.ts';
import { SUGGESTER_LABELS, type Suggester } from '../../supervision/normative-filings/model.ts';
import { asPublic } from './as-public.ts';
import { plain } from './asked-list.ts';
import { sendPage } from './page.ts';
import { codeOf } from './question.ts';
import { readForm, readSuggestion } from './read-form.ts';
import {
  type AboutDocument,
  LONGEST_WORDS,
  noSuggestionPage,
  receivedPage,
  type SuggestionStanding,
  standingPage,
  suggestionPage,
} from './suggestion-page.ts';

const DAY = 86_400_000;
/** Suggestions that one address may hand in: an office behind one address, but no flood. */
const A_DAY = 20;
const A_MINUTE = 3;
const SHORTEST_WORDS = 10;
const GONE = '目录中没有这件文件，或者它已经失效。请从规范性文件备案目录中重新选择。';

type Options = { readonly platform: Platform; readonly isTooOften: (request: FastifyRequest) => boolean };

/**
 * 审查建议 from anybody (细则 8(6), SM-C10): entered on the filing of the document, where its bureau has the task. Nobody is
 * asked who they are; a receipt is given out once, and by it alone is told what became of the suggestion.
 */
export function suggestionPages(app: FastifyInstance, { platform, isTooOften }: Options): void {
  const { pool, now } = platform;
  const config = { scope: 'public' } as const;
  const hidden = { hide: true } as const;
  const [minute, day] = [rateLimit(now), rateLimit(now, DAY)];
  const isFlood = ({ ip }: FastifyRequest): boolean => !minute(sourceOf(ip), A_MINUTE) || !day(sourceOf(ip), A_DAY);
  const today = (): LocalDate => shanghaiDay(now());

  app.get('/public/review-suggestions/new', { schema: hidden, config }, async (request, reply) => {
    if (isTooOften(request)) return tooOften(reply);
    const document = plain(request.query, 'document');
    const about = await aboutOf(pool, document, today());
    if (about === null) return sendPage(reply, 404, noSuggestionPage(GONE));
    return sendPage(reply, 200, suggestionPage(about, { document, by: '', words: '' }, null));
  });

  app.post('/public/review-suggestions/new', { schema: hidden, config: { ...config, anonymous: true } }, async (request, reply) => {
    if (isTooOften(request)) return tooOften(reply);
    const typed = await readSuggestion(request);
    const about = await aboutOf(pool, typed.document, today());
    if (about === null) return sendPage(reply, 404, noSuggestionPage(GONE));
    const trouble = troubleIn(typed, today());
    if (trouble !== null) return sendPage(reply, 400, suggestionPage(about, typed, trouble));
    // Counted only where something would be written: whoever mistypes loses nothing.
    if (isFlood(request))
      return sendPage(
        reply.header('retry-after', '3600'),
        429,
        suggestionPage(about, typed, '从同一网络提交过多，请稍后再试，或者到司法行政部门窗口提出。'),
      );
    const answer = await suggestReview(platform, { document: typed.document, by: typed.by as Suggester, words: typed.words }, today());
    if (answer === 'gone') return sendPage(reply, 404, noSuggestionPage(GONE));
    if (answer === 'full')
      return sendPage(reply, 503, noSuggestionPage('对这件文件的建议较多，尚在办理，暂时不能网上提交，请到司法行政部门窗口提出。'));
    return sendPage(reply, 200, receivedPage(about, answer.receipt));
  });

  app.get('/public/review-suggestions', { schema: hidden, config }, (_request, reply) =>
    sendPage(reply, 200, standingPage('', { what: 'nothing' })),
  );

  app.post('/public/review-suggestions', { schema: hidden, config: { ...config, changesNothing: true } }, async (request, reply) => {
    if (isTooOften(request))
      return sendPage(
        reply.header('retry-after', '60'),
        429,
        standingPage('', { what: 'trouble', reason: '查询过于频繁，请过一分钟再试。' }),
      );
    const { code } = await readForm(request);
    if (codeOf(code) === '') return sendPage(reply, 400, standingPage(code, { what: 'trouble', reason: '请填写回执号。' }));
    return sendPage(reply, 200, standingPage(code, { what: 'found', found: await standingOf(pool, codeOf(code)) }));
  });
}

function tooOften(reply: FastifyReply): FastifyReply {
  return sendPage(reply.header('retry-after', '60'), 429, noSuggestionPage('打开过于频繁，请过一分钟再试。'));
}

/** What has to be put right before it is taken; of personal data the kind alone is said. */
function troubleIn({ by, words }: { readonly by: string; readonly words: string }, today: LocalDate): string | null {
  if (!Object.hasOwn(SUGGESTER_LABELS, by)) return '请选择建议人是公民、企业、社会组织还是机关、事业单位。';
  if (words.length < SHORTEST_WORDS) return `请写明建议审查的条款和理由（至少${SHORTEST_WORDS}个字）。`;
  if (words.length > LONGEST_WORDS) return `建议不超过${LONGEST_WORDS}字，较长的请到司法行政部门窗口提出。`;
  const found = [...new Set(findPersonalData(words, today).map(({ kind }) => PERSONAL_DATA_LABELS[kind]))];
  return found.length === 0 ? null : `建议中好像有${found.join('、')}，请删去后提交。`;
}

async function aboutOf(pool: Pool, document: string, today: LocalDate): Promise<AboutDocument | null> {
  if (!isUuid(document)) return null;
  const [row] = await asPublic(pool, (client) =>
    rows<{ title: string; document_number: string; maker: string | null; is_demonstration: boolean }>(
      client,
      'select * from public_normative_document($1, $2)',
      [document, today],
    ),
  );
  return row === undefined
    ? null
    : { title: row.title, number: row.document_number, maker: row.maker ?? '', isDemonstration: row.is_demonstration };
}

type StandingRow = {
  readonly title: string;
  readonly document_number: string;
  readonly received_on: LocalDate;
  readonly taken_up: boolean | null;
  readonly answer: SuggestionStanding['answer'];
  readonly answered_on: LocalDate | null;
};

async function standingOf(pool: Pool, receipt: string): Promise<SuggestionStanding | null> {
  const [row] = await asPublic(pool, (client) => rows<StandingRow>(client, 'select * from public_review_suggestion($1)', [receipt]));
  if (row === undefined) return null;
  const { title, document_number: number, received_on: receivedOn, taken_up: takenUp, answer, answered_on: answeredOn } = row;
  return { title, number, receivedOn, takenUp, answer, answeredOn };
}
