import type { LicenceState } from '../seams';

/** What Forge tells a paid app of its licence; typed like `LicenseDetails` of the installed `@forge/bridge`. */
export interface LicenceDetails {
  readonly active: boolean;
  readonly billingPeriod: string;
  readonly ccpEntitlementId: string;
  readonly ccpEntitlementSlug: string;
  readonly isEvaluation: boolean;
  readonly subscriptionEndDate: string | null;
  readonly supportEntitlementNumber: string | null;
  readonly trialEndDate: string | null;
  readonly type: string;
  readonly modes: null;
}

export const licenceStates: readonly LicenceState[] = [
  'free',
  'active',
  'inactive',
  'trial',
  'trial-expired',
];

const DAY = 86_400_000;

/** Undefined for an app that is free: Forge then says nothing of a licence. Ends are a day from `now`, or a day ago. */
export function licenceDetails(state: LicenceState, now: number): LicenceDetails | undefined {
  if (state === 'free') return undefined;
  const active = state === 'active' || state === 'trial';
  const isEvaluation = state === 'trial' || state === 'trial-expired';
  const end = new Date(now + (active ? DAY : -DAY)).toISOString();
  return {
    active,
    billingPeriod: 'MONTHLY',
    ccpEntitlementId: '00000000-0000-4000-8000-0000000000c1',
    ccpEntitlementSlug: 'E-000-000-001',
    isEvaluation,
    subscriptionEndDate: isEvaluation ? null : end,
    supportEntitlementNumber: null,
    trialEndDate: isEvaluation ? end : null,
    type: 'commercial',
    modes: null,
  };
}
