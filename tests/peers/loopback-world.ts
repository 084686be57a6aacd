/** A World whose messages really cross the network of this machine, and a walk in it without a browser. */
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { ReceivedAuthorizationResponse, Outcome } from '$lib/flow/session';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { diagnoseResponse, diagnoseOutcome, type Cause } from '$lib/diagnosis/explain';
import { hasFailedResponse, hasFailedOutcome } from '$lib/flow/has-failed';
import type { Configuration } from '$lib/trace/configuration';
import { fromResponse, toRequest } from '$lib/wire/fetch-values';
import { generateAttempt, generateVerifier } from '$lib/flow/generate';
import { Walker, type Edit } from '../pair/walker';
import type { PairWorld } from '../pair/world';

export const redirectUri = 'http://localhost:5173/callback/';

export function createLoopbackWorld(): PairWorld {
	let count = 0;
	let waited = 0;
	const now = (): number => Date.now() + waited;
	return {
		now,
		random: (length) => new Uint8Array(randomBytes(length)),
		newKey: async () =>
			JSON.stringify(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)),
		sent: [],
		wait: (milliseconds) => {
			waited += milliseconds;
		},
		async send(request) {
			const at = now();
			const response = await fromResponse(await fetch(toRequest(request)));
			return { id: `exchange-${++count}`, request, response, at, ms: 1, via: 'page' };
		},
		look: () => Promise.resolve([]),
		async visit(url) {
			const location = (await fetch(url, { redirect: 'manual' })).headers.get('location');
			if (!location) throw new Error(`No redirect from ${url}`);
			return location;
		}
	};
}

/** What a person would read under an answer: each cause, the likeliest first. */
export class PeerWalk extends Walker {
	constructor() {
		super(createLoopbackWorld());
	}

	/** Everything up to the authorization request; `edit` changes what is pushed. */
	async begin(issuer: string, changes: Partial<Configuration> = {}): Promise<void> {
		await this.discover({
			issuer,
			clientId: 'spa',
			redirectUri,
			scope: 'read',
			audience: '',
			apiUrl: `${issuer}/api`,
			...changes
		});
		const { world } = this;
		const at = world.now();
		const values = { code_verifier: generateVerifier(world, 32) };
		await this.append({ kind: 'generated', at, step: 'verifier', values });
		const method = { code_challenge_method: 'S256' };
		await this.append({ kind: 'generated', at, step: 'challenge', values: method });
		const attempt = { ...generateAttempt(world), dpop_jwk: await world.newKey() };
		await this.append({ kind: 'generated', at, step: 'authorize', values: attempt });
	}

	/** Up to a code; pushed where that is switched on, twice where the first answer only brings a nonce. */
	async untilCode(issuer: string, changes: Partial<Configuration> = {}, edit?: Edit): Promise<void> {
		await this.begin(issuer, changes);
		if (changes.extensions?.includes('par')) await this.#sendTwice('authorize', 'par');
		await this.authorize(edit);
	}

	async #sendTwice(step: StepId, move: MoveId): Promise<void> {
		await this.send(step, move);
		if (this.session.pushed?.error?.error === 'use_dpop_nonce') await this.send(step, move);
	}

	async causesOf(of: Outcome | ReceivedAuthorizationResponse | undefined): Promise<Cause[]> {
		if (!of) throw new Error('Nothing came');
		const failed = 'exchange' in of ? hasFailedOutcome(of) : hasFailedResponse(of);
		if (!failed) throw new Error('It did not fail');
		const report =
			'exchange' in of
				? await diagnoseOutcome(this.session, this.trace, of)
				: await diagnoseResponse(this.session, this.trace, of);
		if (!report) throw new Error('The diagnosis did not load');
		return report.causes;
	}

	async codesOf(of: Outcome | ReceivedAuthorizationResponse | undefined): Promise<string[]> {
		return (await this.causesOf(of)).map(({ code }) => code);
	}
}
