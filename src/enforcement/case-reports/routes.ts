import type { FastifyInstance } from 'fastify';
import { sessionOf } from '#platform/identity/guard';
import { reportableKinds, reportCases } from './actions.ts';
import type { ReportDeps } from './actions-step.ts';
import { MOST_STEPS, ReportsAnswer, ReportsBody } from './contract.ts';

/** One operation per kind of case: what a unit's own system tells of its cases with its key. */
export async function caseReportRoutes(app: FastifyInstance, deps: ReportDeps): Promise<void> {
  for (const { kind, name } of reportableKinds(deps)) {
    app.post<{ Body: ReportsBody }>(
      `/api/${kind}/reports`,
      {
        schema: { summary: `${name} · 报送自有系统办理的案件（系统对接）`, body: ReportsBody, response: { 200: ReportsAnswer } },
        config: { scope: 'machine', machineScope: 'cases.write' },
        bodyLimit: 16 * 1024 * 1024,
      },
      async (request, reply) => {
        const all = request.body.cases.reduce((sum, { steps }) => sum + steps.length, 0);
        const twice = repeated(request.body);
        if (all > MOST_STEPS || twice !== null) {
          const reason = twice ?? `一次报送的步骤不超过${MOST_STEPS}个，现有${all}个`;
          return reply.code(400).send({ error: 'input', reason, problems: [{ path: 'cases', label: '案件', reason }] });
        }
        return reportCases(deps, sessionOf(request), kind, request.body);
      },
    );
  }
}

/** One number names one case and one step of it: a call that uses it twice says two things. */
function repeated({ cases }: ReportsBody): string | null {
  const refs = new Set<string>();
  for (const { caseRef, steps } of cases) {
    if (refs.has(caseRef)) return `案件编号“${caseRef}”在一次报送中出现两次`;
    refs.add(caseRef);
    const own = new Set<string>();
    for (const { stepRef } of steps) {
      if (own.has(stepRef)) return `案件“${caseRef}”的步骤编号“${stepRef}”出现两次`;
      own.add(stepRef);
    }
  }
  return null;
}
