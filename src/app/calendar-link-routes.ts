import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Platform } from '#platform/acts/perform';
import { ABSENT, deny } from '#platform/identity/answers';
import { calendarLink, renewCalendarLink, revokeCalendarLink, sessionOfLink } from '#platform/identity/calendar-links';
import { originOf, signedInOf } from '#platform/identity/guard';
import type { Identity } from '#platform/identity/identity';
import { personMay } from '#platform/identity/route-scope';
import { clockCalendar } from '#platform/matters/ical';

const LinkParams = Type.Object({ file: Type.String({ maxLength: 60 }) });
const business = { scope: 'business' } as const;

/**
 * 期限日历 as an address for a calendar program: secret, one per post, revocable. It shows what the post may see in the
 * calendar today, sealed matters left out, and no name of a person.
 */
export async function calendarLinkRoutes(
  app: FastifyInstance,
  { platform, identity }: { platform: Platform; identity: Identity },
): Promise<void> {
  app.get('/api/clocks/link', { schema: { summary: '期限日历的订阅地址' }, config: business }, async (request) => ({
    link: await calendarLink(identity, signedInOf(request)),
  }));

  app.post('/api/clocks/link', { schema: { summary: '生成订阅地址' }, config: { ...business, perMinute: 20 } }, async (request) => {
    const token = await renewCalendarLink(identity, signedInOf(request), originOf(request));
    const origin = identity.settings.publicOrigin ?? `${request.protocol}://${request.headers.host ?? 'localhost'}`;
    return { address: `${origin}/ical/${token}.ics` };
  });

  app.delete('/api/clocks/link', { schema: { summary: '停用订阅地址' }, config: business }, async (request, reply) =>
    (await revokeCalendarLink(identity, signedInOf(request), originOf(request))) ? reply.code(204).send() : deny(reply, ABSENT),
  );

  app.get<{ Params: Static<typeof LinkParams> }>(
    '/ical/:file',
    { schema: { hide: true, params: LinkParams }, config: { scope: 'public', perMinute: 30 } },
    async (request, reply) => {
      const session = await sessionOfLink(identity, request.params.file.replace(/\.ics$/, ''));
      if (session === null || !personMay(session, ['business'])) return deny(reply, ABSENT);
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(await clockCalendar(platform, session));
    },
  );
}
