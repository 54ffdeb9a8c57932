import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { isRefusal, type Refusal } from '#law';
import { ruleById } from '#law/rules/index';
import { keepAuditChain } from '#platform/audit-chain-keeper';
import type { Now } from '#platform/clock-now';
import type { Config } from '#platform/config';
import { caseFileRoutes } from '#platform/http/case-file-routes';
import { fileRoutes } from '#platform/http/file-routes';
import { listRoutes } from '#platform/http/list-routes';
import { matterRoutes } from '#platform/http/matter-routes';
import { uploadRoutes } from '#platform/http/upload-routes';
import { workRoutes } from '#platform/http/work-routes';
import { installIdentity } from '#platform/identity/guard';
import { limitsOf, UPLOAD_LIMITS } from '#platform/uploads/limits';
import { caseReportRoutes } from '../enforcement/case-reports/routes.ts';
import { correctionLedgerRoutes } from '../enforcement/correction-ledger/routes.ts';
import { fineLedgerRoutes } from '../enforcement/fine-ledger/routes.ts';
import { goodsRoutes } from '../enforcement/ordinary-penalty/routes-goods.ts';
import { watchRecords } from '../enforcement/penalty-records/actions-watch.ts';
import { decisionRoutes } from '../enforcement/penalty-records/routes-decisions.ts';
import { UNANSWERED_RULES } from '../enforcement/penalty-records/rules/index.ts';
import { samePartyRoutes } from '../enforcement/same-party/routes.ts';
import { publicityRoutes } from '../openness/publicity/routes.ts';
import { openDueAffairs } from '../registers/certificates/actions-due.ts';
import { benchmarkRoutes } from '../registers/discretion-benchmarks/routes.ts';
import { benchmarkImportRoutes } from '../registers/discretion-benchmarks/routes-import.ts';
import { guidanceRoutes } from '../registers/guidance/routes.ts';
import { lawLibraryRoutes } from '../registers/law-library/routes.ts';
import { lawImportRoutes } from '../registers/law-library/routes-imports.ts';
import { listChangeRoutes } from '../registers/list-changes/routes.ts';
import { certificateRoutes } from '../registers/officers/routes.ts';
import { missingBasisRoutes } from '../registers/organisations/routes.ts';
import { powerListRoutes } from '../registers/power-lists/routes.ts';
import { settleFilings } from '../supervision/major-penalty-filings/actions.ts';
import { majorFilingRoutes } from '../supervision/major-penalty-filings/routes.ts';
import { normativeFilingRoutes } from '../supervision/normative-filings/routes.ts';
import { onlineWatchRoutes } from '../supervision/online-watch/routes.ts';
import { supervisionDocumentRoutes } from '../supervision/supervision-document/routes.ts';
import { judgeUnitDuties } from '../supervision/unit-duties/index.ts';
import { accountRoutes } from './account-routes.ts';
import { adminRoutes } from './admin-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { startBackground } from './background.ts';
import { backgroundWork } from './background-work.ts';
import { calendarLinkRoutes } from './calendar-link-routes.ts';
import { CASE_OPENING } from './case-findings.ts';
import { settleCaseCauses } from './cases-again.ts';
import { discretionRoute } from './discretion-route.ts';
import { sendBadAddress, setUpErrors } from './errors.ts';
import { setUpFullDisk } from './full-disk.ts';
import { setUpHealth } from './health.ts';
import { identityRoutes } from './identity-routes.ts';
import { importRoutes } from './import-routes.ts';
import { joinNewRecords, type Seen } from './joined-records.ts';
import { judgeJoined, watchCases } from './judged-cases.ts';
import { checkPort, listen } from './listen.ts';
import { setUpOpenApi } from './open-api.ts';
import type { Opened } from './opened.ts';
import { organisationRoutes } from './organisation-routes.ts';
import { setUpPages } from './pages.ts';
import { openPlatform } from './platform.ts';
import { previewRoutes } from './preview-routes.ts';
import { publicPortal } from './public-portal/portal-routes.ts';
import { benchmarkSheets } from './register-load/benchmark-sheets.ts';
import { listSheets } from './register-load/list-sheets.ts';
import { registerLoadRoutes } from './register-load-routes.ts';
import { reportingOf } from './reported-cases.ts';
import { sampleTextsRoute } from './sample-texts-route.ts';
import { setUpSecurityHeaders } from './security-headers.ts';
import { openStorage, type Storage } from './storage.ts';
import { documentOf } from './templates.ts';
import { startWatch, type Watch } from './watch.ts';

export type RunningServer = { readonly address: string; readonly storage: Storage; readonly stop: () => Promise<void> };

/** A first start takes a minute and more: whoever waits is told for what. */
function openingSaid({ databaseUrl, dataDir }: Config): string {
  if (databaseUrl !== null) return '正在连接数据库……';
  return existsSync(join(dataDir, 'postgres')) ? '正在打开数据库……' : `正在建立数据库（${dataDir}）……`;
}

/** Opens the storage and serves; a refusal names in Chinese what the operator must change. Everything opened is closed again. */
export async function startServer(config: Config, now: Now): Promise<RunningServer | Refusal> {
  const taken = await checkPort(config);
  if (taken) return taken;
  console.log(openingSaid(config));
  const storage = await openStorage(config);
  if (isRefusal(storage)) return storage;
  const opened = await openPlatform(config, storage, now);
  if (isRefusal(opened)) {
    await storage.close();
    return opened;
  }
  const app = await buildApp(storage, opened, limitsOf(config.uploadLargestMib));
  const background = startBackground(backgroundWork(opened));
  const watches = watchesOf(opened).map((watch) => startWatch(watch, (line) => console.error(line)));
  const auditChain = keepAuditChain(storage.database.pool, storage.folder.root, now);
  const stop = async (): Promise<void> => {
    await closeWithin(app, 10_000);
    await auditChain.stop();
    await Promise.all(watches.map((watch) => watch.stop()));
    await background.stop();
    await opened.close();
    await storage.close();
  };
  const address = await listen(app, config);
  if (!isRefusal(address)) return { address, storage, stop };
  await stop();
  return address;
}

/** Rules over several records and over units every few seconds; certificates whose day comes near every hour. */
function watchesOf({ platform, identity }: Pick<Opened, 'platform' | 'identity'>): readonly Watch[] {
  const deps = { platform, sealing: identity.keys };
  const seen: Seen = new Map();
  const again = (city: number, caseId: string) => judgeJoined(deps, city, caseId);
  return [
    { what: '比对处罚决定', everyMs: 3_000, work: (stopping) => watchRecords(deps, stopping) },
    { what: '到期再判断案件', everyMs: 30_000, work: (stopping) => watchCases(deps, stopping) },
    { what: '名录变动后再判断案件', everyMs: 10_000, work: (stopping) => settleCaseCauses(deps, stopping) },
    { what: '归入平台案件', everyMs: 10_000, work: (stopping) => joinNewRecords(platform, seen, again, stopping) },
    { what: '列出应备的重大处罚', everyMs: 3_000, work: (stopping) => settleFilings(platform, stopping) },
    { what: '核对清单、委托书和制度', everyMs: 30_000, work: (stopping) => judgeUnitDuties(platform, stopping) },
    { what: '提醒证件到期', everyMs: 3_600_000, work: (stopping) => openDueAffairs(platform, stopping) },
  ];
}

/** Running requests may end; streams that would never end are cut off. */
async function closeWithin(app: FastifyInstance, patience: number): Promise<void> {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), patience);
  await app.close();
  clearTimeout(cutOff);
}

/** The whole server as routes, without a socket; tests inject into it. */
export async function buildApp(
  storage: Pick<Storage, 'disk' | 'databaseUrl' | 'folder'>,
  { platform, identity, blobs }: Opened,
  limits = UPLOAD_LIMITS,
): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: 'loopback',
    bodyLimit: 4 * 1024 * 1024,
    ajv: { customOptions: { removeAdditional: false } },
    frameworkErrors: sendBadAddress,
  });
  setUpErrors(app);
  await setUpSecurityHeaders(app);
  setUpFullDisk(app, storage.disk);
  await installIdentity(app, identity);
  await setUpOpenApi(app, platform);
  setUpHealth(app, storage);
  await app.register(identityRoutes, { identity });
  await app.register(accountRoutes, { identity });
  await app.register(adminRoutes, { identity, space: storage.disk.space });
  await app.register(auditRoutes, { identity, dataDir: storage.folder.root });
  await app.register(organisationRoutes, { pool: platform.pool, now: platform.now });
  await app.register(listRoutes, { platform });
  await app.register(matterRoutes, { platform });
  await app.register(previewRoutes, { platform, publicOrigin: identity.settings.publicOrigin });
  await app.register(supervisionDocumentRoutes, { platform });
  await app.register(majorFilingRoutes, { platform, blobs });
  await app.register(onlineWatchRoutes, {
    platform,
    caseOpening: CASE_OPENING,
    unanswered: UNANSWERED_RULES.filter(({ id }) => ruleById(id) === null),
  });
  await app.register(workRoutes, { platform });
  await app.register(calendarLinkRoutes, { platform, identity });
  await app.register(fileRoutes, { platform, blobs });
  await app.register(uploadRoutes, { pool: platform.pool, now: platform.now, ...{ blobs, limits }, disk: storage.disk });
  await app.register(caseFileRoutes, { platform, blobs, documentOf, publicOrigin: identity.settings.publicOrigin });
  await app.register(lawLibraryRoutes, { pool: platform.pool, now: platform.now });
  await app.register(missingBasisRoutes, { platform });
  await app.register(powerListRoutes, { platform });
  await app.register(listChangeRoutes, { platform, read: listSheets({ platform, blobs }) });
  await app.register(certificateRoutes, { platform });
  await app.register(guidanceRoutes, { platform });
  await app.register(lawImportRoutes, { pool: platform.pool, now: platform.now });
  if (identity.settings.mode === 'demo') await app.register(sampleTextsRoute);
  await app.register(benchmarkRoutes, { platform });
  await app.register(discretionRoute, { platform });
  await app.register(benchmarkImportRoutes, { platform, read: benchmarkSheets({ platform, blobs }) });
  await app.register(normativeFilingRoutes, { platform });
  await app.register(registerLoadRoutes, { platform, blobs });
  await app.register(publicPortal, { platform, blobs });
  await app.register(importRoutes, { platform, identity, blobs });
  await app.register(decisionRoutes, { platform });
  await app.register(goodsRoutes, { platform });
  await app.register(fineLedgerRoutes, { platform });
  await app.register(correctionLedgerRoutes, { platform });
  await app.register(publicityRoutes, { platform });
  await app.register(caseReportRoutes, reportingOf({ platform, identity }));
  await app.register(samePartyRoutes, { platform });
  await setUpPages(app);
  return app;
}
