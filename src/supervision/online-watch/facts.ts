import { certifiedSupervisors, cite, type LocalDate, type Refusal, type RegisterFacts, refuse } from '#law';

/** The platform is used for standing supervision (细则 3¶2); the alert check itself is the platform's own arrangement. */
export const ART_3_2 = cite('实施细则', 3, 2);
export const ART_16 = cite('实施细则', 16);

/** A supervisor decides on findings only under a 行政执法监督证 that is valid that day, its last day included. */
export function uncertified(officerId: string | null, facts: RegisterFacts, on: LocalDate): Refusal | null {
  const holds = officerId !== null && certifiedSupervisors([officerId], facts, on).length > 0;
  return holds ? null : refuse('no-certificate', ART_16, '排除、确认和认定预警，应当由当日持有效行政执法监督证的监督人员办理');
}
