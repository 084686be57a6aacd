/** The client's half of the example without a browser, against `npm run idp` and a provider that others wrote. */
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
import { clientId as peerClientId, openPeer } from '../peers/openid-provider';
import { openPerson } from '../peers/person';

const redirectUri = 'http://127.0.0.1:43211/callback';
const audience = 'https://api.timesheets.example';
/** Longer than a token of the realm is good for. */
const later = 400_000;

let ahead = 0;
const now = (): number => Date.now() + ahead;
let idp: Idp;
let close: () => Promise<void>;
let api: string;

/** The API of the example, which trusts `issuer`. */
async function openApi(issuer: string): ReturnType<typeof listen> {
	const { keysUrl } = await findProvider(issuer);
	const keys = createRemoteJWKSet(keysUrl);
	const trust = { issuer, audience, tokenType: 'at+jwt', keys, now: () => new Date(now()) };
	const service = createApi({ trust, webOrigin: 'http://localhost:3000' });
	return listen(0, (request) => service.fetch(request));
}

beforeAll(async () => {
	const realm = parseRealmFile(await readFile('examples/timesheets/realm.json', 'utf8'));
	if (!realm.ok) throw new Error(realm.failure.where);
	idp = await startIdp({ port: 0, now, settings: realm.value });
	const opened = await openApi(idp.issuer);
	api = opened.url;
	close = () => (opened.close(), idp.close());
});

afterAll(() => close());

interface SignedIn {
	session: Session;
	renewals: number;
	url: URL;
}

/** `typed`: what goes into the fields of the provider's pages. */
interface Place {
	issuer: string;
	clientId: string;
	apiUrl: string;
	typed?: Record<string, string>;
}

const atIdp = (): Place => ({ issuer: idp.issuer, clientId: 'timesheets-native', apiUrl: api });

async function signIn({ issuer, clientId, apiUrl, typed }: Place = atIdp()): Promise<SignedIn> {
	const settings = { issuer, clientId, audience, audienceParameter: 'resource' };
	const client = await openClient(settings);
	const { url, checks } = await beginSignIn(client, settings, redirectUri);
	const answer = await openPerson(typed).visit(url, redirectUri);
	const signedIn = { renewals: 0, url: new URL(`${apiUrl}/timesheets`) };
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

it('at a provider that others wrote: signs in at any port of the loopback, adds, and renews', async () => {
	const peer = await openPeer({
		redirectUri: 'http://127.0.0.1/callback',
		resource: audience,
		scope: 'read:timesheets create:timesheets',
		client: { application_type: 'native' }
	});
	const { url: apiUrl, close: closeApi } = await openApi(peer.issuer);
	ahead = 0;
	const { issuer } = peer;
	const typed = { login: 'ada', password: 'any' };
	const signedIn = await signIn({ issuer, clientId: peerClientId, apiUrl, typed });
	const { session, url } = signedIn;
	const timesheet = { day: '2026-11-27', hours: 2, task: 'Asked elsewhere' };
	await session.call(url, timesheet);
	session.tokens.access = 'not-a-token-any-more';
	expect(await session.call(url, undefined)).toEqual({ timesheets: [timesheet] });
	expect(signedIn.renewals).toBe(1);
	closeApi();
	await peer.close();
});
