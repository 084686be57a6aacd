/**
 * What the server decided, for people who learn: each decision is kept for a few minutes and can be asked for by
 * the id of the request or by the `state` of the authorization request. A teaching instrument: a production server
 * must not tell anybody how it came to a decision.
 */
import type { Decision } from '$lib/lexicon/check';
import type { DecidingEndpoint } from '$lib/lexicon/outcomes';
import type { Said } from '$lib/lexicon/said';
import { errorJson, json, type Answer } from './answer';
import type { Call } from './call';
import type { Store } from './realm';
import { queryOf, valueOf } from '$lib/wire/form';
import { onlyKnown } from '$lib/lexicon/only-known';

export interface KeptDecision {
	requestId: string;
	state?: string;
	decision: Decision;
}

/** Of what was compared: a request may be thousands of characters long, and there are many decisions. */
const maxShown = 500;

function shorten(said: Said): Said {
	if (typeof said !== 'string') return { ...said, with: said.with.map(shorten) };
	return said.length > maxShown ? `${said.slice(0, maxShown)}…` : said;
}

const shortened = (decision: Decision): Decision => ({
	...decision,
	checks: decision.checks.map((check) => ({
		...check,
		...(check.expected === undefined ? {} : { expected: shorten(check.expected) }),
		...(check.actual === undefined ? {} : { actual: shorten(check.actual) })
	}))
});

const keptFor = 15 * 60_000;

/** Keeps a decision for those who ask. The host calls it for the decisions of the sample API. */
export async function logDecision(
	store: Store,
	decision: Decision,
	about: { requestId: string; state?: string }
): Promise<void> {
	const kept: KeptDecision = { ...about, decision: shortened(decision) };
	await store.put('decision', about.requestId, kept, decision.at + keptFor);
}

/** Keeps and reports the decision, if the answer has one. */
export async function keepDecision(call: Call, endpoint: DecidingEndpoint, answer: Answer): Promise<void> {
	if (!answer.checks) return;
	const { realm, requestId, now } = call;
	const decision: Decision = { endpoint, at: now, checks: answer.checks, outcome: answer.outcome ?? '' };
	const about = { requestId, ...onlyKnown({ state: answer.state }) };
	await logDecision(realm.store, decision, about);
	await realm.report?.(decision, about);
}

/** `GET /decisions?request_id=…` or `?state=…`: a JSON array, oldest first; empty when there is none. */
export async function decisionsEndpoint(call: Call): Promise<Answer> {
	const [requestId, state] = ['request_id', 'state'].map((name) => valueOf(queryOf(call.url.href), name));
	if (!requestId && !state)
		return {
			response: errorJson({ error: 'invalid_request', description: 'Name a request_id or a state' })
		};
	const kept = requestId
		? [await call.realm.store.get<KeptDecision>('decision', requestId)]
		: (await call.realm.store.list<KeptDecision>('decision')).map(([, one]) => one);
	const decisions = kept
		.filter((one) => one !== undefined)
		.filter((one) => !state || one.state === state)
		.map(({ decision }) => decision)
		.sort((one, other) => one.at - other.at);
	return { response: json(decisions, 200, { 'cache-control': 'no-store' }) };
}
