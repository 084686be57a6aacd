import type { Check } from '$lib/lexicon/check';
import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import { check, type ServerCheckId } from '$lib/lexicon/server-check';
import { json, noStore, type Answer } from './answer';
import type { Call } from './call';
import { readForm, refuseClient } from './client-form';
import { decide, type Decided } from './decide';
import { proofRules, provenKey } from './dpop';
import { keepGrant, revokeGrant } from './grants';
import { issueTokens, refreshCheck, tokenKeys, type TokenAnswer, type TokenOrder } from './issue-tokens';
import type { TokenContext } from './token/context';
import { grantRules, tokenRules } from './token/index';
import { onlyKnown } from '$lib/lexicon/only-known';

async function decideToken(context: TokenContext): Promise<Decided> {
	const first = await decide(tokenRules, context);
	const proof = await decide(proofRules(context.call), context);
	const rules = context.grantType === undefined ? [] : grantRules[context.grantType];
	const then = await decide(rules, context);
	const refusal = first.refusal ?? proof.refusal ?? then.refusal;
	return { checks: [...first.checks, ...proof.checks, ...then.checks], ...(refusal ? { refusal } : {}) };
}

const asUsed = (checks: Check[], id: ServerCheckId): Check[] =>
	checks.map((one) =>
		one.id === id ? check(id, 'fail', { expected: say('unused'), actual: say('used-now') }) : one
	);

/**
 * The one atomic move: of two requests that passed all rules at the same time, one gets the code or the refresh
 * token, and to the other it is used (RFC 6749 §10.5, RFC 9700 §4.14.2).
 */
async function takeOnce({
	call,
	grantType,
	parameters,
	application
}: TokenContext): Promise<ServerCheckId | undefined> {
	const { store } = call.realm;
	if (grantType === 'authorization_code')
		return (await store.take<true>('code-unused', parameters.get('code') ?? ''))
			? undefined
			: 'as-code-unused';
	if (grantType === 'refresh_token' && application?.rotateRefreshTokens)
		return (await store.take<true>('refresh-unused', parameters.get('refresh_token') ?? ''))
			? undefined
			: 'as-refresh-token-unused';
	return undefined;
}

interface Ready {
	order: TokenOrder;
	refresh: Check;
}

/** What is to be issued. Offline access that is not given is taken out of the scope, so that the client sees it. */
function orderOf(context: TokenContext): Ready | undefined {
	const { call, application, grant, scope, refresh: used, grantType } = context;
	if (!application || !grant) return undefined;
	const until = call.now + call.realm.settings.policy.refreshTokenLifetime * 1_000;
	if (grantType === 'refresh_token') {
		// OIDC Core §12.2: the ID token of a refresh should have no nonce: it answers no authorization request.
		const { nonce: _answered, ...lasting } = grant;
		const order: TokenOrder = { application, grant: lasting, scope: scope ?? grant.scope };
		const rotated = application.rotateRefreshTokens;
		const refresh = check('as-refresh-token-issued', rotated ? 'pass' : 'skipped', {
			actual: say(rotated ? 'rotated' : 'old-one-stays')
		});
		return { order: rotated ? { ...order, refreshUntil: used?.expiresAt ?? until } : order, refresh };
	}
	const refresh = refreshCheck(
		call,
		{ application, grant, scope: grant.scope },
		grant.scope.includes('offline_access')
	);
	const due = refresh.status === 'pass';
	const granted = due ? grant.scope : grant.scope.filter((word) => word !== 'offline_access');
	const order: TokenOrder = { application, grant: { ...grant, scope: granted }, scope: granted };
	return { order: due ? { ...order, refreshUntil: until } : order, refresh };
}

const answerOf = (answer: TokenAnswer): Response => json(answer, 200, noStore);

/** The token endpoint: RFC 6749 §3.2. */
export async function tokenEndpoint(call: Call): Promise<Answer> {
	const context: TokenContext = { call, parameters: readForm(call, ['resource']) };
	const { checks, refusal } = await decideToken(context);
	if (context.reused !== undefined) await revokeGrant(call.realm, context.reused);
	if (refusal) return refuseClient(call, checks, refusal);
	const ready = orderOf(context);
	if (!ready)
		return refuseClient(call, checks, {
			error: 'invalid_request',
			description: 'The request is not complete'
		});
	const [keys, used] = await Promise.all([tokenKeys(call, ready.order), takeOnce(context)]);
	if (used !== undefined) {
		await revokeGrant(call.realm, ready.order.grant.id);
		return refuseClient(call, asUsed(checks, used), {
			error: 'invalid_grant',
			description: 'It was used before: the tokens issued for it are revoked'
		});
	}
	const jkt = provenKey(context);
	// The grant of a person was kept when they allowed it; that of a machine begins here.
	if (context.grantType === 'client_credentials') await keepGrant(call, ready.order.grant, call.now);
	const answer = await issueTokens(call, { ...ready.order, ...onlyKnown({ jkt }) }, keys);
	return {
		response: answerOf(answer),
		checks: [...checks, ready.refresh],
		outcome: endedWith('tokens-issued')
	};
}
