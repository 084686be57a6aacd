import type { NetworkFailure } from '$lib/lexicon/failure';
import type { Platform, Violations } from './platform';

const probeTime = 5_000;

export interface Situation {
	error: unknown;
	url: string;
	cancelled: boolean;
	late: boolean;
	violations: Violations;
}

const isLoopback = (host: string): boolean =>
	host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The policy's report of a blocked request is an event of its own, which may come just after the rejection. */
async function isBlocked(url: URL, violations: Violations): Promise<boolean> {
	const names = (blocked: string): boolean => blocked === url.origin || blocked.startsWith(`${url.origin}/`);
	if (!violations.blocked.some(names)) await soon();
	return violations.blocked.some(names);
}

/**
 * Whether anybody answers at that URL when the page does not ask to read the answer. The probe is a bare GET
 * without the query, so that nothing of the failed request is in it.
 */
async function answersUnread(url: URL, platform: Platform): Promise<boolean> {
	const probe = new Request(url.origin + url.pathname, {
		mode: 'no-cors',
		credentials: 'omit',
		cache: 'no-store',
		referrerPolicy: 'no-referrer',
		signal: AbortSignal.timeout(probeTime)
	});
	return platform.fetch(probe).then(
		() => true,
		() => false
	);
}

/**
 * Why a request came to nothing. To a page, all of it is one `TypeError`, by design; what is known beside it
 * tells the reasons apart.
 */
export async function explainFailure(situation: Situation, platform: Platform): Promise<NetworkFailure> {
	if (situation.cancelled) return { reason: 'cancelled' };
	if (situation.late) return { reason: 'timeout' };
	const said = situation.error instanceof Error ? { detail: situation.error.message } : {};
	const url = new URL(situation.url);
	if (await isBlocked(url, situation.violations)) return { reason: 'blocked-by-policy', ...said };
	if (!platform.online() && !isLoopback(url.hostname)) return { reason: 'offline', ...said };
	if (url.origin !== platform.origin && (await answersUnread(url, platform)))
		return { reason: 'cors', ...said };
	return { reason: 'no-answer', ...said };
}
