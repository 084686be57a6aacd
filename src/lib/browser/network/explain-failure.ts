import type { NetworkFailure, NetworkReason, ProbeKind } from '$lib/lexicon/failure';
import type { HttpRequest, Probe } from '$lib/wire/http';
import { addressSpaceOf } from '$lib/message/address-space';
import { isLoopback } from '$lib/message/loopback';
import { spaceToEnter, type NetworkPermission } from './local-network';
import type { Platform, Violations } from './platform';
import { carriesAuthorization, makeProbe, needsPreflight } from './probes';

/** Milliseconds that all probes of one failure may take together. */
const probeTime = 8_000;

export interface Situation {
	error: unknown;
	request: HttpRequest;
	/** The person's. */
	signal: AbortSignal;
	late: boolean;
	/** Whether the head of an answer had arrived, so that only its body is missing. */
	begun: boolean;
	violations: Violations;
	/** Whether an answer of this endpoint was read before, in this page. */
	readBefore: boolean;
}

/** `probes` is empty when the reason is known without any. */
interface Explanation {
	failure: NetworkFailure;
	probes: Probe[];
}

/** What a permission that is no yes explains. */
const reasonOfPermission: Partial<Record<NetworkPermission, NetworkReason>> = {
	denied: 'local-network-denied',
	withheld: 'local-network-withheld',
	prompt: 'local-network-unanswered'
};

/**
 * What the borders between networks explain. A page from https may not load from http, except from this machine (Mixed
 * Content §4); a browser with Local Network Access lets it into the local network where the person allows it.
 */
async function reasonOfBorder(url: URL, platform: Platform): Promise<NetworkReason | undefined> {
	const isMixed = platform.origin.startsWith('https:') && url.protocol === 'http:' && !isLoopback(url);
	const isPublic = addressSpaceOf(url) === 'public';
	const space = spaceToEnter(url, platform.origin) ?? (isMixed && !isPublic ? 'local' : undefined);
	const permission = space ? await platform.networkPermission(space) : 'unknown';
	if (permission === 'unknown') return isMixed ? 'mixed-content' : undefined;
	return reasonOfPermission[permission];
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The policy's report of a blocked request is an event of its own, which may come just after the rejection. */
async function isBlocked(url: URL, violations: Violations): Promise<boolean> {
	const names = (blocked: string): boolean => blocked === url.origin || blocked.startsWith(`${url.origin}/`);
	if (!violations.blocked.some(names)) await soon();
	return violations.blocked.some(names);
}

/** What is known without asking anybody. */
async function knownReason(
	{ signal, late, begun, violations }: Situation,
	url: URL,
	platform: Platform
): Promise<NetworkReason | undefined> {
	if (signal.aborted) return 'cancelled';
	if (late) return 'timeout';
	if (begun) return 'interrupted';
	const border = await reasonOfBorder(url, platform);
	if (border) return border;
	if (await isBlocked(url, violations)) return 'blocked-by-policy';
	if (!platform.online() && !isLoopback(url)) return 'offline';
	return url.origin === platform.origin ? 'no-answer' : undefined;
}

const cameOf = (probes: readonly Probe[], kind: ProbeKind) =>
	probes.find((probe) => probe.kind === kind)?.came ?? 'nothing';

const isAnswer = ({ came }: Probe): boolean => came !== 'nothing' && came !== 'late';

/** Somebody is there: why may the page not read the answer? */
function reasonOfSilence(request: HttpRequest, probes: readonly Probe[], readBefore: boolean): NetworkReason {
	const [plain, asked] = [cameOf(probes, 'plain'), cameOf(probes, 'preflight')];
	if (plain === 'redirected') return 'redirected';
	// The browser asked first and was told yes, also for these headers.
	if (asked === 'sent') return 'cors-on-errors';
	if (asked === 'readable') return carriesAuthorization(request) ? 'preflight-refused' : 'cors-for-client';
	if (needsPreflight(request)) return plain === 'readable' ? 'preflight-refused' : 'cors';
	if (readBefore) return 'cors-on-errors';
	if (plain !== 'readable') return 'cors';
	return request.method === 'GET' ? 'interrupted' : 'cors-on-errors';
}

/** Nobody answered at the address. */
async function reasonOfAbsence(
	url: URL,
	probes: readonly Probe[],
	platform: Platform
): Promise<NetworkReason> {
	if (cameOf(probes, 'origin') === 'answered') return 'filtered';
	const space = spaceToEnter(url, platform.origin);
	if (!space) return 'no-answer';
	// Only a yes tells that nobody is there: a browser that does not know the question may block all the same.
	return (await platform.networkPermission(space)) === 'granted' ? 'local-network-empty' : 'local-network';
}

/**
 * Why a request came to nothing. To a page, all of it is one `TypeError`, by design. What is known beside it tells
 * some reasons apart; the rest is found out by requests that differ from the failed one in one thing each and carry
 * nothing of it.
 */
export async function explainFailure(situation: Situation, platform: Platform): Promise<Explanation> {
	const { error, request, signal, readBefore } = situation;
	const url = new URL(request.url);
	const explained = (reason: NetworkReason, probes: Probe[] = []): Explanation => ({
		failure: {
			reason,
			...(error instanceof Error && !['cancelled', 'timeout'].includes(reason)
				? { detail: error.message }
				: {})
		},
		probes
	});
	const known = await knownReason(situation, url, platform);
	if (known) return explained(known);

	const limit = AbortSignal.any([signal, AbortSignal.timeout(probeTime)]);
	const probe = async (...kinds: ProbeKind[]): Promise<Probe[]> => {
		const made = await Promise.all(kinds.map((kind) => makeProbe(kind, request, platform, limit)));
		return made.filter((one) => one !== undefined);
	};
	const first = await probe('plain', 'unread');
	const isThere = first.some(isAnswer);
	const probes = [...first, ...(await probe(isThere ? 'preflight' : 'origin'))];
	if (signal.aborted) return explained('cancelled', probes);
	return explained(
		isThere ? reasonOfSilence(request, probes, readBefore) : await reasonOfAbsence(url, probes, platform),
		probes
	);
}
