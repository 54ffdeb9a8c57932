import type { FastifyInstance } from 'fastify';
import { type PenaltyKind, parseLocalDate, penaltyNames } from '#law';
import type { Platform } from '#platform/acts/perform';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { COUNT_LIMIT, readCursor, total, writeCursor } from '#platform/matters/cursor';
import { readerOf } from '#platform/reader';
import { isUuid } from '#platform/session';
import { type PartyCase, type SameParty, SamePartyParams, SamePartyQuery } from './contract.ts';
import { alikeness } from './model.ts';
import { type CaseRow, caseOf, casesOfClue, casesOfMark, countOfMark, type Place } from './store.ts';

/** Other cases of the party of a case, and those that may be the same once more: only what the reader may see anyway. */
export async function samePartyRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading } = readerOf(platform);

  app.get<{ Params: { id: string }; Querystring: SamePartyQuery }>(
    '/api/matters/:id/same-party',
    {
      schema: { summary: '同一当事人的其他案件（以查阅范围为限）', params: SamePartyParams, querystring: SamePartyQuery },
      config: { scope: 'business' },
    },
    async (request, reply) => {
      const session = sessionOf(request);
      const { cursor, limit = 20 } = request.query;
      const after = placeOf(cursor);
      const found = await reading(session, async (client): Promise<SameParty | null> => {
        const one = await caseOf(client, session, request.params.id);
        if (one === null) return null;
        const { mark, clueRef } = one;
        const found = mark === null ? [] : await casesOfMark(client, session, { mark, not: one.id, after, limit: limit + 1 });
        const party = found.slice(0, limit);
        const clue = clueRef === null || after !== null ? [] : await casesOfClue(client, session, one.organId, clueRef, one.id);
        const others = clue.filter((other) => mark === null || other.mark !== mark);
        const count = mark === null ? 0 : await countOfMark(client, session, mark, one.id, COUNT_LIMIT + 1);
        const last = found.length > limit ? party.at(-1) : undefined;
        return {
          party: { name: one.partyName, kind: one.partyKind },
          isKnown: mark !== null,
          items: [...others, ...party].map((other) => shown(platform, one, other)),
          cursor: last === undefined ? null : writeCursor([last.openedOn, last.id]),
          total: total(count),
        };
      });
      return found === null ? deny(reply, ABSENT) : found;
    },
  );
}

/** A cursor that says nothing begins at the beginning. */
function placeOf(cursor: string | undefined): Place | null {
  const [openedOn = '', id = ''] = readCursor(cursor, 2) ?? [];
  return parseLocalDate(openedOn) === null || !isUuid(id) ? null : { openedOn, id };
}

const isOrder = ({ kind }: CaseRow): boolean => kind === 'correction-order';

function shown({ kinds }: Pick<Platform, 'kinds'>, one: CaseRow, other: CaseRow): PartyCase {
  const kind = kinds.get(other.kind);
  const { id, cause, number, openedOn, decidedOn, fineFen } = other;
  return {
    ...{ id, cause, number, openedOn, decidedOn, fineFen },
    kindName: kind?.name ?? other.kind,
    statusName: kind?.statuses[other.status] ?? other.status,
    organName: other.organName ?? '',
    penalty: other.kinds.length === 0 ? null : penaltyNames(other.kinds as readonly PenaltyKind[]),
    // An order to correct and the penalty that follows it are two things: only orders are compared with orders.
    alike: isOrder(one) === isOrder(other) ? alikeness(one, other, one.mark !== null && one.mark === other.mark) : null,
  };
}
