import * as v from 'valibot';
import type { DecisionLog, World } from '$lib/flow/world';
import type { Decision } from '$lib/lexicon/check';
import type { NetworkFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { PartFailure } from '$lib/lexicon/part';
import { decisionsSchema } from '$lib/trace/fact';
import { encodeBase64url } from '$lib/wire/base64url';
import { toRequest } from '$lib/wire/fetch-values';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import { readAnswer } from './read-answer';
import { believedLog } from './decision-log';
import { explainFailure } from './explain-failure';
import { newKey } from './new-key';
import type { Platform } from './platform';
import { randomBytes } from '../random-word';

const requestTime = 30_000;
const lookTime = 5_000;

/** Nothing of the page rides along: no cookie, no referrer, no cache, and a redirect is never followed unseen. */
const asSent = {
	redirect: 'manual',
	credentials: 'omit',
	cache: 'no-store',
	referrerPolicy: 'no-referrer'
} as const satisfies RequestInit;

/**
 * The platform's own request. Refused: what this platform would send differently from what was shown, such as a
 * header that pages may not set, because then the record would not be what went out.
 */
function build(request: HttpRequest, signal: AbortSignal): Result<Request, NetworkFailure> {
	try {
		const built = new Request(toRequest(request), { ...asSent, signal });
		const dropped = request.headers.find(([name]) => !built.headers.has(name));
		return dropped ? fail({ reason: 'refused-by-browser', detail: dropped[0] }) : ok(built);
	} catch (error) {
		return fail({
			reason: 'refused-by-browser',
			detail: error instanceof Error ? error.message : String(error)
		});
	}
}

/** What became of one message. `ms`: until its answer or its failure, without what was tried afterwards. */
type Attempt = Pick<Exchange, 'response' | 'failure' | 'probes' | 'ms'>;

/** The World of a real page. `platform` is what the page offers; tests bring their own. */
export function createWorld(platform: Platform, patience = requestTime): World {
	/** Addresses whose answers this page has read. */
	const readable = new Set<string>();

	async function attempt(request: HttpRequest, signal: AbortSignal): Promise<Attempt> {
		const started = performance.now();
		const after = (): number => Math.round((performance.now() - started) * 10) / 10;
		const timeout = AbortSignal.timeout(patience);
		const built = build(request, AbortSignal.any([signal, timeout]));
		if (!built.ok) return { failure: built.failure, ms: 0 };
		const address = built.value.url.split('?', 1)[0] ?? '';
		const violations = platform.watchViolations();
		let begun = false;
		try {
			const response = await platform.fetch(built.value);
			begun = true;
			const answer = await readAnswer(response);
			const ms = after();
			if (!answer.ok) return { failure: answer.failure, ms };
			readable.add(address);
			return { response: answer.value, ms };
		} catch (error) {
			const ms = after();
			if (error instanceof PartFailure) return { failure: { reason: 'part-missing' }, ms };
			const late = timeout.aborted;
			const readBefore = readable.has(address);
			const situation = { error, request, signal, late, begun, violations, readBefore };
			const { failure, probes } = await explainFailure(situation, platform);
			return { failure, ms, ...(probes.length > 0 ? { probes } : {}) };
		} finally {
			violations.stop();
		}
	}

	async function look({ log, issuer }: DecisionLog, about: Record<string, string>): Promise<Decision[]> {
		const url = believedLog(log, issuer, platform.embedded);
		if (!url) return [];
		for (const [name, value] of Object.entries(about)) url.searchParams.set(name, value);
		const answer = await platform.fetch(
			new Request(url, { ...asSent, signal: AbortSignal.timeout(lookTime) })
		);
		const decisions = v.safeParse(decisionsSchema, await answer.json());
		return decisions.success ? decisions.output : [];
	}

	return {
		now: () => Date.now(),
		random: randomBytes,
		newKey,
		async send(request, signal) {
			const id = encodeBase64url(randomBytes(12));
			const at = Date.now();
			return { id, request, at, via: 'page', ...(await attempt(request, signal)) };
		},
		look: (at, about) =>
			look(at, 'state' in about ? { state: about.state } : { request_id: about.requestId }).catch(() => [])
	};
}
