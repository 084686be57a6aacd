import { describe, expect, it } from 'vitest';
import { fold } from '$lib/flow/fold';
import { proofsOf } from '$lib/flow/proofs';
import { sessionOf } from '$lib/flow/session';
import { statusOf } from '$lib/flow/status';
import { textOf } from '$lib/lessons/en/phrases/phrases';
import type { FileLack } from '$lib/lexicon/besides';
import { traceOfRecording } from '$lib/recording/recording';
import type { Fact } from '$lib/trace/fact';
import { ask, come, get, post, recording, type Made } from '../../fixtures/made-recording';

const authorize = 'https://id.example/authorize';

interface Way {
	/** What the application sets at its start, and from where. */
	set?: string;
	from?: string;
	callback?: string;
	/** What comes back. */
	cookie?: string;
	post?: boolean;
	status?: number;
	to?: string;
	then?: Made[];
	lacks?: FileLack[];
	headers?: Record<string, string>;
	/** Whether the server's own cookie is gone on its last page. */
	forgets?: boolean;
}

const server = { headers: { cookie: 'idp=1' } };

async function walkOf(way: Way) {
	const { set = 'login=1; Path=/; Secure', callback = 'https://app.example/callback', status = 200 } = way;
	const asked = ask(authorize, {
		redirect_uri: callback,
		...(way.post ? { response_mode: 'form_post' } : {})
	});
	const headers = { ...(way.cookie === undefined ? {} : { cookie: way.cookie }), ...way.headers };
	const ended = { headers, status, ...(way.to === undefined ? {} : { to: way.to, status: 302 }) };
	const form = { code: 'code-one-0123', state: 'state-one-0123' };
	const page = `<form method="post" action="${callback}"><input name="code" value="code-one-0123"><input name="state" value="state-one-0123"></form>`;
	const back = come(callback, 'code-one-0123');
	const exchanges = recording(
		get(way.from ?? 'https://app.example/login', { to: asked, answered: { 'set-cookie': set } }),
		get(asked, { ...server, to: 'https://id.example/signin', answered: { 'set-cookie': 'idp=2; Path=/' } }),
		get('https://id.example/signin', { ...server, html: '<form>' }),
		post(
			'https://id.example/signin',
			{ password: 'x' },
			way.post ? { html: page } : { ...(way.forgets ? {} : server), to: back }
		),
		way.post ? post(callback, form, ended) : get(back, ended),
		...(way.then ?? [])
	);
	const trace = traceOfRecording(exchanges);
	if (!trace.ok) throw new Error(trace.failure.reason);
	const imported: Fact = { kind: 'imported', at: 0, entries: 5, unread: 0, lacks: way.lacks ?? [] };
	const walk = await fold([imported, ...trace.value]);
	const session = sessionOf(walk, 0);
	const checks = session.authorizationResponse?.checks ?? [];
	const check = (id: string) => checks.find((one) => one.id === id);
	return { walk, session, check, proofs: await proofsOf(session, walk.attempts) };
}

const refused = { status: 500 };

describe('the cookies of the application', () => {
	it('that came back pass, by their names', async () => {
		const { check, proofs } = await walkOf({ cookie: 'login=1; other=2' });
		expect(proofs.cookies).toEqual({ known: true, value: { back: true } });
		expect(check('callback-cookies')).toMatchObject({ status: 'pass' });
	});

	it.each([
		['a form from another site', { set: 'login=1; Path=/; SameSite=Lax', post: true }, 'lax-post'],
		['a form, and no SameSite', { set: 'login=1; Path=/', post: true }, 'default-post'],
		['SameSite=Strict', { set: 'login=1; Path=/; SameSite=Strict' }, 'strict'],
		['SameSite=None alone', { set: 'login=1; Path=/; SameSite=None' }, 'none-insecure'],
		['a path', { set: 'login=1', from: 'https://app.example/auth/login' }, 'path'],
		['www', { from: 'https://www.app.example/login' }, 'host'],
		['http at the end', { callback: 'http://app.example/callback' }, 'secure'],
		[
			'127.0.0.1 for localhost',
			{
				set: 'login=1; Path=/',
				from: 'http://localhost:3000/login',
				callback: 'http://127.0.0.1:3000/callback'
			},
			'host'
		],
		['nothing that shows', {}, 'other']
	] satisfies [string, Way, string][])('lost by %s fail where it was refused', async (_, way, why) => {
		const { check, proofs, session } = await walkOf({ ...refused, ...way });
		expect(proofs.cookies).toEqual({ known: true, value: { back: false, how: [why] } });
		const found = check('callback-cookies');
		expect(found).toMatchObject({ status: 'fail' });
		expect(textOf(found?.actual ?? '')).toMatch(/^login: /);
		expect(statusOf('callback', session)).toBe('failed');
	});

	it('are noticed where it went well, and a cookie for other pages is none of it', async () => {
		const strict = await walkOf({ set: 'login=1; Path=/; SameSite=Strict' });
		expect(strict.check('callback-cookies')).toMatchObject({ status: 'warn' });
		const other = await walkOf({ set: 'shop=1; Path=/shop' });
		expect(other.check('callback-cookies')).toBeUndefined();
	});

	it('that were taken away again are not missed', async () => {
		const { proofs } = await walkOf({ set: 'login=1; Path=/\nlogin=; Path=/; Max-Age=0', ...refused });
		expect(proofs.cookies).toEqual({ known: false, why: 'not-recorded' });
	});

	it('that the recorder left out are not missed, and that is said where it matters', async () => {
		const bare = await walkOf({ ...refused, lacks: ['cookies'], set: '' });
		expect(bare.proofs.cookies).toMatchObject({ known: false });
		const found = bare.check('callback-cookies');
		expect(found).toMatchObject({ status: 'skipped' });
		expect(textOf(found?.actual ?? '')).toContain('sensitive data');
		expect((await walkOf({ lacks: ['cookies'], set: '' })).check('callback-cookies')).toBeUndefined();
		const marked = await walkOf({ ...refused, cookie: '[cookie redacted]' });
		expect(marked.proofs.cookies).toEqual({ known: false, why: 'taken-out' });
		expect(marked.check('callback-cookies')).toMatchObject({ status: 'skipped' });
	});

	it('never show a value', async () => {
		const { session, proofs } = await walkOf({
			...refused,
			set: 'login=s3cr3t-value; Path=/; SameSite=Strict'
		});
		expect(JSON.stringify([session.authorizationResponse?.checks, proofs])).not.toContain('s3cr3t');
	});
});

describe('the cookies of the server', () => {
	it('stay between its pages', async () => {
		expect((await walkOf({})).proofs.serverCookies).toEqual({ known: true, value: { back: true } });
	});

	it('or do not', async () => {
		const { proofs } = await walkOf({ forgets: true });
		expect(proofs.serverCookies).toEqual({ known: true, value: { back: false, how: ['other'] } });
	});
});

describe('the application that got the answer', () => {
	const app = 'https://app.example';
	const again = ask(authorize, { state: 'state-two-0123' });
	it.each([
		['shows a page', {}, 'page', undefined],
		['leads on', { to: `${app}/` }, 'onward', 'pass'],
		['takes the answer out of the address', { to: `${app}/callback` }, 'onward', 'pass'],
		['loses the answer at a slash', { to: `${app}/callback/` }, 'lost', 'fail'],
		['keeps it', { to: '/callback/?code=code-one-0123&state=state-one-0123' }, 'moved', 'warn'],
		['loses a form', { post: true, to: 'https://www.app.example/callback' }, 'lost', 'fail'],
		['speaks of an error', { to: '/login?error=OAuthCallback' }, 'error', 'warn'],
		['asks again', { to: again }, 'again', 'warn'],
		['refuses', refused, 'refused', undefined]
	] satisfies [string, Way, string, string | undefined][])('%s', async (_, way, came, status) => {
		const { proofs, check } = await walkOf({ ...way, cookie: 'login=1' });
		expect(proofs.landing).toMatchObject({ known: true, value: { came } });
		expect(check('callback-landing')?.status).toBe(status);
	});

	it('asks again by a page of its own: told by the attempt that follows at once, and not by one that follows later', async () => {
		const soon = await walkOf({ to: '/', then: [get(`${app}/`, { to: again }), get(again, server)] });
		expect(soon.proofs.landing).toMatchObject({ value: { came: 'again' } });
		const late = await walkOf({ to: '/', then: [get(again, { ...server, at: 60 })] });
		expect(late.proofs.landing).toMatchObject({ value: { came: 'onward' } });
	});
});
