import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { addDays, type LocalDate, parseLocalDate, shanghaiMidnight } from '#law';
import type { Platform } from '#platform/acts/perform';
import { exportRoute } from '#platform/http/export-route';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import { toTheEnd } from '#platform/to-the-end';
import {
  CertificateOn,
  type CertificatePage,
  CertificateParams,
  CertificatesExport,
  CertificatesQuery,
  type CertificateView,
} from './contract.ts';
import { CERTIFICATE_COLUMNS, REGISTER_COLUMNS } from './routes/export-columns.ts';
import { standingOn } from './standing.ts';
import { certificateHistory, listCertificates, nextCertificates } from './store-register.ts';

const business = { scope: 'business' } as const;

/** 证件名录 (细则 8(5)): what every certificate within the reader's reach is on a day, and was, and how it became so. */
export async function certificateRoutes(app: FastifyInstance, { platform }: { readonly platform: Platform }): Promise<void> {
  const { reading, today } = readerOf(platform);

  app.get<{ Querystring: CertificatesQuery }>(
    '/api/certificates',
    { schema: { summary: '执法、监督证件', querystring: CertificatesQuery }, config: business },
    (request): Promise<CertificatePage> => {
      const session = sessionOf(request);
      return reading(session, (client) => listCertificates(client, session, request.query, dayOf(request.query.on, today())));
    },
  );

  exportRoute(app, platform, {
    ...{ path: '/api/certificates/export', summary: '导出执法、监督证件', scope: 'business' },
    ...{ name: '执法证件', object: 'certificate', filter: CertificatesExport },
    ...{ columns: CERTIFICATE_COLUMNS, whole: REGISTER_COLUMNS },
    rows: exported,
  });

  function exported(session: Session, filter: CertificatesExport) {
    const on = dayOf(filter.on, today());
    return toTheEnd((cursor) => reading(session, (client) => nextCertificates(client, session, filter, on, cursor)));
  }

  app.get<{ Params: Static<typeof CertificateParams>; Querystring: CertificateOn }>(
    '/api/certificates/:id',
    { schema: { summary: '一张证件某日的状态和历次登记', params: CertificateParams, querystring: CertificateOn }, config: business },
    async (request, reply): Promise<CertificateView | FastifyReply> => {
      const session = sessionOf(request);
      const on = dayOf(request.query.on, today());
      const found = await reading(session, (client) =>
        certificateHistory(client, session, request.params.id, endOfDay(request.query.knownOn)),
      );
      if (found === null) return deny(reply, ABSENT);
      const stages = found.periods.map((p) => ({
        from: p.from,
        until: p.through === null ? null : addDays(p.through, 1),
        status: p.status,
      }));
      return { on, standing: standingOn(stages, on), ...found };
    },
  );
}

function dayOf(text: string | undefined, today: LocalDate): LocalDate {
  return parseLocalDate(text ?? '') ?? today;
}

/** The last instant of a day, as what was known on it. */
function endOfDay(text: string | undefined): string | null {
  const day = parseLocalDate(text ?? '');
  return day === null ? null : new Date(shanghaiMidnight(addDays(day, 1)) - 1).toISOString();
}
