/** The client's half of the example against `npm run idp`, without a browser: what the tokens are good for, and when not. */
import { createRemoteJWKSet } from 'jose';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseRealmFile } from '$lib/authorization-server/realm-file';
import { createApi } from '../../examples/timesheets/api.js';
import { listen } from '../../examples/timesheets/listen.js';
import { findProvider } from '../../examples/timesheets/provider.js';
import {
	beginSignIn,
	finishSignIn,
	openClient,
	Session,
	SignInNeeded
} from '../../examples/timesheets/sign-in.js';
import { startIdp, type Idp } from '../../src/node/idp';
import { openPerson } from '../peers/person';

const redirectUri = 'http://127.0.0.1:43211/callback';
const audience = 'https://api.timesheets.example';
/** Longer than a token of the realm is good for. */
const later = 400_000;

let ahead = 0;
const now = (): number => Date.now() + ahead;
let idp: Idp;
let api: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
	const realm = parseRealmFile(await readFile('examples/timesheets/realm.json', 'utf8'));
	if (!realm.ok) throw new Error(realm.failure.where);
	idp = await startIdp({ port: 0, now, settings: realm.value });
	const { keysUrl } = await findProvider(idp.issuer);
	const trust = {
		...{ issuer: idp.issuer, audience, tokenType: 'at+jwt' },
		...{ keys: createRemoteJWKSet(keysUrl), now: () => new Date(now()) }
	};
	const service = createApi({ trust, webOrigin: 'http://localhost:3000' });
	api = await listen(0, (request) => service.fetch(request));
});

afterAll(async () => {
	api.close();
	await idp.close();
});

interface SignedIn {
	session: Session;
	renewals: number;
	url: URL;
}

async function signIn(): Promise<SignedIn> {
	const settings = {
		...{ issuer: idp.issuer, clientId: 'timesheets-native' },
		...{ audience, audienceParameter: 'resource' }
	};
	const client = await openClient(settings);
	const { url, checks } = await beginSignIn(client, settings, redirectUri);
	const answer = await openPerson().visit(url, redirectUri);
	const signedIn = { renewals: 0, url: new URL(`${api.url}/timesheets`) };
	const session = new Session(client, await finishSignIn(client, answer, checks), () => {
		signedIn.renewals += 1;
	});
	return Object.assign(signedIn, { session });
}

it('the access token opens the API, and the ID token does not', async () => {
	const { session, url } = await signIn();
	const status = async (token: string): Promise<number> =>
		(await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status;
	expect(await status(session.tokens.access)).toBe(200);
	expect(await status(session.tokens.id)).toBe(401);
});

it('calls at the same time share one renewal, and each gets its answer', async () => {
	const signedIn = await signIn();
	const { session, url } = signedIn;
	const { refresh } = session.tokens;
	ahead += later;
	const answers = await Promise.all([session.call(url, undefined), session.call(url, undefined)]);
	expect(answers).toEqual([{ timesheets: [] }, { timesheets: [] }]);
	expect(signedIn.renewals).toBe(1);
	expect(session.tokens.refresh).not.toBe(refresh);
});

it('after it was revoked, nothing can be renewed', async () => {
	const { session, url } = await signIn();
	await session.revoke();
	ahead += later;
	await expect(session.call(url, undefined)).rejects.toThrow(SignInNeeded);
});

it('without a refresh token the person has to sign in', async () => {
	const { session, url } = await signIn();
	session.tokens.refresh = undefined;
	ahead += later;
	await expect(session.call(url, undefined)).rejects.toThrow('there is no refresh token');
});
