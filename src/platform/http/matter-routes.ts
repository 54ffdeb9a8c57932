import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { formatCitation, type LocalDate, parseLocalDate, rowOf, stagesOf } from '#law';
import { correct } from '../acts/correct.ts';
import { type ActAnswer, type Platform, perform } from '../acts/perform.ts';
import { audit, auditActor, sealedEvent } from '../audit.ts';
import { inTransaction } from '../db.ts';
import { ABSENT, deny } from '../identity/answers.ts';
import { originOf, sessionOf, stepUpDenial } from '../identity/guard.ts';
import { kindsFor } from '../matters/opening.ts';
import { matterView } from '../matters/view.ts';
import { wholeParty } from '../parties/whole.ts';
import { SessionChanged, sessionPreamble } from '../session.ts';
import { requestKey, sendAnswer, sendNoKey } from './act-answers.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const ActBody = Type.Object(
  {
    input: Type.Record(Type.String(), Type.Unknown()),
    legalDate: Type.Optional(Day),
    legalTime: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })),
    ifSeq: Type.Optional(Type.Integer({ minimum: 1 })),
    reported: Type.Optional(Type.Object({ source: Type.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false })),
  },
  { additionalProperties: false },
);
const ViewQuery = Type.Object({ asOf: Type.Optional(Day), knownOn: Type.Optional(Day) }, { additionalProperties: false });
const CorrectionBody = Type.Object(
  {
    ifSeq: Type.Integer({ minimum: 1 }),
    seq: Type.Integer({ minimum: 1 }),
    retract: Type.Boolean(),
    fields: Type.Record(Type.String(), Type.Unknown()),
    legalDate: Type.Union([Day, Type.Null()]),
    reason: Type.String({ minLength: 1, maxLength: 2000 }),
    proof: Type.Array(Type.String({ format: 'uuid' }), { maxItems: 20 }),
    proposal: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  },
  { additionalProperties: false },
);
const PartyParams = Type.Object({ id: Type.String({ format: 'uuid' }), party: Type.String({ format: 'uuid' }) });
const KindParams = Type.Object({ kind: Type.String({ maxLength: 60 }) });
const MatterParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** One operation per act of every kind, and the reading of matters; the same for all rooms. */
export async function matterRoutes(app: FastifyInstance, { platform }: { platform: Platform }): Promise<void> {
  for (const kind of platform.kinds.values()) {
    for (const act of Object.keys(kind.lifecycle)) {
      const row = rowOf(kind, act);
      if (row === null || row.roomOnly === true || row.by.every((may) => !('roles' in may))) continue;
      const opens = row.from === 'start';
      app.post<{ Body: Static<typeof ActBody>; Params: { id?: string } }>(
        opens ? `/api/${kind.kind}/${act}` : `/api/${kind.kind}/:id/${act}`,
        {
          schema: {
            summary: `${kind.name} · ${row.label}（${formatCitation(row.cite)}）`,
            body: ActBody,
            ...(opens ? {} : { params: MatterParams }),
          },
          config: { scope: 'business', confirmsSession: true },
        },
        async (request, reply) => {
          const denial = row.stepUp === true ? stepUpDenial(request) : null;
          if (denial !== null) return deny(reply, denial);
          const call = { kind: kind.kind, act, matterId: request.params.id ?? null, body: request.body, stepUp: row.stepUp === true };
          return answerAct(platform, request, reply, call);
        },
      );
    }
  }

  app.get<{ Params: Static<typeof MatterParams>; Querystring: Static<typeof ViewQuery> }>(
    '/api/matters/:id',
    { schema: { summary: '办件页', params: MatterParams, querystring: ViewQuery }, config: { scope: 'business' } },
    async (request, reply) => {
      const session = sessionOf(request);
      const view = await matterView(platform, session, request.params.id, {
        asOf: day(request.query.asOf),
        knownOn: day(request.query.knownOn),
      });
      if (view === null) return deny(reply, ABSENT);
      await recordReading(platform, request, view.id, view.label === '密封');
      return view;
    },
  );

  app.get<{ Params: Static<typeof PartyParams> }>(
    '/api/matters/:id/parties/:party',
    { schema: { summary: '当事人完整信息（限承办单位办案岗位，查看留痕）', params: PartyParams }, config: { scope: 'business' } },
    async (request, reply) => {
      const session = sessionOf(request);
      const { id, party } = request.params;
      const whole = await wholeParty(platform, session, auditActor(session, originOf(request).source), id, party);
      return whole === null ? deny(reply, ABSENT) : reply.header('cache-control', 'no-store').send(whole);
    },
  );

  app.post<{ Params: Static<typeof MatterParams>; Body: Static<typeof CorrectionBody> }>(
    '/api/matters/:id/corrections',
    { schema: { summary: '更正、撤销录入', params: MatterParams, body: CorrectionBody }, config: { scope: 'business' } },
    async (request, reply) => {
      const { ifSeq, seq, retract, fields, legalDate, reason, proof, proposal } = request.body;
      const answer = await correct(platform, {
        session: sessionOf(request),
        matterId: request.params.id,
        ifSeq,
        seq,
        what: retract ? { retract: true } : { retract: false, fields, legalDate },
        reason,
        proof,
        proposal: proposal === null ? null : { seq: proposal },
      });
      return answer.ok ? answer : sendAnswer(reply, answer);
    },
  );

  app.get<{ Params: Static<typeof KindParams> }>(
    '/api/kinds/:kind/stages',
    { schema: { summary: '各环节的步骤、办理人和条件', params: KindParams }, config: { scope: 'signed-in' } },
    (request, reply) => {
      const kind = platform.kinds.get(request.params.kind);
      return kind === undefined ? deny(reply, ABSENT) : { stages: stagesOf(kind) };
    },
  );

  app.get('/api/kinds', { schema: { summary: '事项种类' }, config: { scope: 'signed-in' } }, async (request) => ({
    kinds: await kindsFor(platform, sessionOf(request)),
  }));
}

function day(text: string | undefined): LocalDate | null {
  return text === undefined ? null : parseLocalDate(text);
}

/** Reading is logged in a transaction of its own before the answer leaves: no log, no answer. */
async function recordReading(platform: Platform, request: FastifyRequest, id: string, sealed: boolean): Promise<void> {
  const session = sessionOf(request);
  const event = {
    actor: auditActor(session, originOf(request).source),
    at: platform.now(),
    action: 'matter.read',
    object: { kind: 'matter', id },
    result: 'ok',
  } as const;
  await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
    audit(client, sealed ? sealedEvent(event) : event),
  );
}

type ActCall = {
  readonly kind: string;
  readonly act: string;
  readonly matterId: string | null;
  readonly body: Static<typeof ActBody>;
  readonly stepUp: boolean;
};

async function answerAct(platform: Platform, request: FastifyRequest, reply: FastifyReply, call: ActCall): Promise<FastifyReply> {
  const key = requestKey(request);
  if (key === null) return sendNoKey(reply);
  try {
    return sendAnswer(reply, await performed(platform, request, call, key));
  } catch (error) {
    const { unconfirmed } = request;
    if (!(error instanceof SessionChanged) || unconfirmed === null) throw error;
    const denial = (await unconfirmed.again()) ?? (call.stepUp ? stepUpDenial(request) : null);
    return denial === null ? sendAnswer(reply, await performed(platform, request, call, key)) : deny(reply, denial);
  }
}

function performed(platform: Platform, request: FastifyRequest, call: ActCall, idempotencyKey: string): Promise<ActAnswer> {
  const { input, legalDate, legalTime, ifSeq, reported } = call.body;
  return perform(platform, {
    by: sessionOf(request),
    kind: call.kind,
    act: call.act,
    matterId: call.matterId,
    input,
    idempotencyKey,
    ...(legalDate === undefined ? {} : { legalDate }),
    ...(legalTime === undefined ? {} : { legalTime }),
    ...(ifSeq === undefined ? {} : { ifSeq }),
    ...(reported === undefined ? {} : { reported }),
    ...(request.unconfirmed === null ? {} : { confirmation: request.unconfirmed.confirmation }),
  });
}
