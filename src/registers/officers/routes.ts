import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { addDays, CERTIFICATE_KIND_LABELS, CERTIFICATE_STATUS_LABELS, type LocalDate, parseLocalDate, shanghaiMidnight } from '#law';
import type { Platform } from '#platform/acts/perform';
import { sendWorkbook } from '#platform/http/send-workbook';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { readerOf } from '#platform/reader';
import type { Session } from '#platform/session';
import {
  type CertificateItem,
  CertificateOn,
  type CertificatePage,
  CertificateParams,
  CertificatesExport,
  CertificatesQuery,
  type CertificateView,
} from './contract.ts';
import { standingOn } from './standing.ts';
import { certificateHistory, listCertificates, nextCertificates } from './store-register.ts';

const business = { scope: 'business' } as const;
const EXPORT_COLUMNS = ['证件号', '证件类别', '姓名', '单位', '状态', '领域', '审核注册日期', '生效日', '有效期至'];

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

  app.get<{ Querystring: CertificatesExport }>(
    '/api/certificates/export',
    { schema: { summary: '导出执法、监督证件', querystring: CertificatesExport }, config: { ...business, perMinute: 30 } },
    (request, reply) =>
      sendWorkbook(platform, request, reply, {
        name: '执法证件',
        object: 'certificate',
        columns: EXPORT_COLUMNS,
        rows: exported(sessionOf(request), request.query),
      }),
  );

  async function* exported(session: Session, filter: CertificatesExport) {
    const on = dayOf(filter.on, today());
    let cursor: string | undefined;
    do {
      const from: string | undefined = cursor;
      const page = await reading(session, (client) => nextCertificates(client, session, filter, on, from));
      for (const item of page.items) yield cellsOf(item);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
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

/** In the columns by which a register can be loaded again. */
function cellsOf(c: CertificateItem): readonly (string | null)[] {
  const kind = CERTIFICATE_KIND_LABELS[c.kind];
  return [
    c.number,
    kind,
    c.holder,
    c.organisationName,
    CERTIFICATE_STATUS_LABELS[c.status],
    c.domains.join('、'),
    c.registeredOn,
    c.from,
    c.through,
  ];
}
