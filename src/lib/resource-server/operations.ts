/** What the API does: each operation with the scope that a client needs for it, and what it asks of the person. */
import * as v from 'valibot';
import type { Check } from '$lib/lexicon/check';
import { say, type Said } from '$lib/lexicon/said';
import { check, checkThat } from '$lib/lexicon/server-check';
import type { Api } from './api';
import type { Scheme } from './possession';
import { json, problem, refuseAuthentication } from './refuse';
import {
	addEntry,
	approveEntry,
	colleagues,
	findEntry,
	listEntries,
	newEntrySchema,
	removeEntry
} from './timesheets';
import type { AccessClaims } from './validate';
import { parseJson } from '$lib/wire/json';

export interface Asked {
	api: Api;
	claims: AccessClaims;
	/** How the token was sent. */
	scheme: Scheme;
	request: Request;
	/** The last part of the path, where the operation has one. */
	id: string;
	/** An identifier that nobody else has. */
	newId: string;
}

export interface Done {
	response: Response;
	/** What was asked of the person, beyond the scope of the client. */
	checks: Check[];
}

export interface Operation {
	method: string;
	/** Below the API's address; `{id}` is one part of it. */
	path: RegExp;
	scope: string;
	perform(asked: Asked): Promise<Done>;
}

const maxBody = 10_000;

/** RFC 9068 §2.2.3.1: roles of the person, in the token. */
const isManager = ({ roles }: AccessClaims): boolean => roles?.includes('manager') ?? false;

const done = (response: Response, checks: Check[] = []): Done => ({ response, checks });

const read = async ({ api, claims }: Asked): Promise<Done> =>
	done(json({ timesheets: await listEntries(api.store, claims.sub, isManager(claims)) }));

async function create({ api, claims, request, newId }: Asked): Promise<Done> {
	const text = await request.text();
	if (text.length > maxBody) return done(problem(413, 'The body is too large'));
	const entry = v.safeParse(newEntrySchema, parseJson(text));
	if (!entry.success) {
		const issues = entry.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
		return done(problem(422, 'An entry has date (YYYY-MM-DD), project and hours', { issues }));
	}
	const added = await addEntry(api.store, claims.sub, newId, entry.output);
	if (!added) return done(problem(409, 'There are too many entries'));
	const response = json(added, 201);
	response.headers.set('location', `${new URL(api.resource).pathname}/timesheets/${added.id}`);
	return done(response);
}

/** A scope lets the client ask; whether this person may is another question: 403, without a challenge. */
function refusePerson(expected: Said, actual: Said): Done {
	const failed = checkThat('rs-person', false, { expected, actual });
	return done(problem(403, 'This person may not do that', { check: failed.id, expected, actual }), [failed]);
}

const allowPerson = (actual: Said): Check[] => [check('rs-person', 'pass', { actual })];

/** Own entries, until they are approved. */
async function remove({ api, claims, id }: Asked): Promise<Done> {
	const entry = await findEntry(api.store, id);
	if (!entry) return done(problem(404, 'There is no such entry'));
	if (entry.person !== claims.sub) return refusePerson(say('own-entry'), say('entry-of-another'));
	if (entry.status === 'approved') return refusePerson(say('entry-not-approved'), say('approved'));
	await removeEntry(api.store, entry);
	return done(new Response(null, { status: 204 }), allowPerson(say('own-entry')));
}

/** What approving takes: a sign-in confirmed in a second step, in the last quarter of an hour (seconds). */
const strongSignIn = { acr: '2', maxAge: 900 };

/** RFC 9470 §3, by what the token says of the sign-in (§6.1). */
function signInChecks({ api, claims }: Asked): Check[] {
	const { acr, auth_time: authTime } = claims;
	const age = authTime === undefined ? undefined : Math.floor(api.now() / 1_000) - authTime;
	return [
		checkThat('rs-acr', acr === strongSignIn.acr, {
			expected: say('named', 'acr', strongSignIn.acr),
			actual: acr ?? say('missing')
		}),
		checkThat('rs-auth-time', age !== undefined && age <= strongSignIn.maxAge, {
			expected: say('seconds-ago-at-most', strongSignIn.maxAge),
			actual: age === undefined ? say('without', 'auth_time') : say('seconds-ago', age)
		})
	];
}

/** Managers approve the entries of others, after a strong and recent sign-in. */
async function approve(asked: Asked): Promise<Done> {
	const { api, claims, scheme, id } = asked;
	if (!isManager(claims))
		return refusePerson(say('role', 'manager'), claims.roles?.join(' ') ?? say('no-roles'));
	const signIn = signInChecks(asked);
	const failed = signIn.find(({ status }) => status === 'fail');
	if (failed) return done(refuseAuthentication(api.resource, scheme, failed, strongSignIn), signIn);
	const entry = await findEntry(api.store, id);
	if (!entry) return done(problem(404, 'There is no such entry'));
	if (entry.person === claims.sub) return refusePerson(say('entry-of-another'), say('own-entry'));
	const checks = [...allowPerson(say('role', 'manager')), ...signIn];
	return done(json(await approveEntry(api.store, entry, claims.sub)), checks);
}

const contacts = async ({ claims }: Asked): Promise<Done> =>
	done(json({ contacts: colleagues.filter((person) => person !== claims.sub) }));

export const operations: readonly Operation[] = [
	{ method: 'GET', path: /^\/timesheets$/, scope: 'read:timesheets', perform: read },
	{ method: 'POST', path: /^\/timesheets$/, scope: 'create:timesheets', perform: create },
	{ method: 'DELETE', path: /^\/timesheets\/([\w-]+)$/, scope: 'delete:timesheets', perform: remove },
	{
		method: 'POST',
		path: /^\/timesheets\/([\w-]+)\/approve$/,
		scope: 'approve:timesheets',
		perform: approve
	},
	{ method: 'GET', path: /^\/contacts$/, scope: 'read:contacts', perform: contacts }
];
