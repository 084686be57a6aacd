/** A token held against everything that was typed: keys and secrets read, every check made, and what that comes to. */
import { readServer } from '$lib/client/discovery';
import type { KeySet } from '$lib/client/key-set';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Phrase } from '$lib/lexicon/said';
import { checkToken, type TokenCheck } from './checks/check-token';
import type { TokenContext, TokenUse } from './context';
import type { KeyFault } from './keys/fault';
import { decryptToken, type OpenFault } from './keys/open';
import { readKeys } from './keys/read-keys';
import { readSecret, secretForms, type SecretFault } from './keys/secret';
import { signatureStory, type SignatureStory } from './keys/story';

type TypedName =
	| ('issuer' | 'audience' | 'clientId' | 'keys' | 'secret' | 'secretForm' | 'nonce' | 'accessToken')
	| ('code' | 'state' | 'subject' | 'method' | 'url' | 'metadata' | 'fetched');

/** As it was typed. What is left out is not known. */
export type Typed = Readonly<Partial<Record<TypedName, string>>>;

export interface Question {
	token: string;
	use: TokenUse;
	typed: Typed;
	/** Milliseconds since the epoch, by this device; and what the server’s clock is ahead of it. */
	at: number;
	ahead?: number;
}

/**
 * `verified`: the signature fits, and nothing that was asked failed. `refused`: a check failed. `unverified`: nothing
 * failed, and whether the signature fits is not known.
 */
export type VerdictKind = 'verified' | 'refused' | 'unverified';

export interface Judgement {
	verdict: VerdictKind;
	checks: readonly TokenCheck[];
	story: SignatureStory;
	/** What there is to know of the keys that were pasted, or why they are none. */
	keyNotes: readonly Phrase[];
	keyFault?: KeyFault;
	secretFault?: SecretFault;
}

interface Material extends Pick<Judgement, 'keyNotes' | 'keyFault' | 'secretFault'> {
	keys?: KeySet;
	secret?: Uint8Array;
}

/** Keys that were pasted count before those of the server. */
async function materialOf({ keys, fetched, secret, secretForm }: Typed): Promise<Material> {
	const [pasted, published] = await Promise.all([
		keys === undefined ? undefined : readKeys(keys),
		fetched === undefined ? undefined : readKeys(fetched)
	]);
	const all = [pasted, published].flatMap((read) => (read?.ok ? read.value.keys : []));
	const form = secretForms.find((one) => one === secretForm) ?? 'text';
	const bytes = secret === undefined ? undefined : readSecret(secret, form);
	return {
		...(all.length > 0 ? { keys: { keys: all } } : {}),
		...(bytes?.ok ? { secret: bytes.value } : {}),
		...(bytes && !bytes.ok ? { secretFault: bytes.failure } : {}),
		...(pasted && !pasted.ok ? { keyFault: pasted.failure } : {}),
		keyNotes: pasted?.ok ? pasted.value.notes : []
	};
}

/** Of an ID token and of what else is for a client, the audience is the client. */
const forClients: ReadonlySet<TokenUse> = new Set(['id', 'logout', 'user-info']);

function contextOf({ use, typed, at, ahead }: Question, server: TokenContext['server']): TokenContext {
	const { issuer, audience, clientId, nonce, accessToken, code, state, subject, method, url } = typed;
	return {
		at,
		...onlyKnown({ ahead, server, issuer, clientId, nonce, accessToken, code, state, subject, method, url }),
		...onlyKnown({ audience: forClients.has(use) ? clientId : audience })
	};
}

/** Never throws. */
export async function judge(question: Question): Promise<Judgement> {
	const { token, use, typed } = question;
	const { keys, secret, ...said } = await materialOf(typed);
	const server = typed.metadata === undefined ? undefined : readServer(typed.metadata);
	const held = { ...contextOf(question, server), ...onlyKnown({ keys, secret }) };
	const [checks, story] = await Promise.all([
		checkToken(token, use, held),
		signatureStory(token, { ...onlyKnown({ keys, secret }), isProof: use === 'proof' })
	]);
	const failed = checks.some(({ status }) => status === 'fail') || story.verdict === 'differs';
	const verdict = failed ? 'refused' : story.verdict === 'fits' ? 'verified' : 'unverified';
	return { verdict, checks, story, ...said };
}

/** What was inside an encrypted token: text, where it is one, or why it was not opened. */
export type Opened =
	{ ok: true; holds: string; text?: string; notes: readonly Phrase[] } | { ok: false; fault: OpenFault };

export async function open(token: string, typed: Typed): Promise<Opened | undefined> {
	const { secret } = await materialOf(typed);
	const key = typed.keys ?? secret;
	if (key === undefined) return undefined;
	const opened = await decryptToken(token, key);
	if (!opened.ok) return { ok: false, fault: opened.failure };
	const { holds, text, notes } = opened.value;
	return { ok: true, holds, notes, ...onlyKnown({ text }) };
}
