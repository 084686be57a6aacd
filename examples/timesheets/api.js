/** The API: `GET` and `POST /timesheets`, for whoever brings an access token that allows it. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { authorize, Refusal } from './access-token.js';

/** @typedef {{ day: string, hours: number, task: string }} Timesheet */

const isDay = (/** @type {string} */ text) =>
	/^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

/** Text with control characters could steer the terminal in which the native application prints it. */
const isTask = (/** @type {string} */ text) => /^[^\p{Cc}]{1,200}$/u.test(text) && text.trim() !== '';

/** @param {unknown} body @returns {Timesheet} */
function readTimesheet(body) {
	const { day, hours, task } = Object(body);
	const refuse = (/** @type {string} */ message) => new Refusal(400, message);
	if (typeof day !== 'string' || !isDay(day)) throw refuse('day is a date such as 2026-11-27');
	if (typeof hours !== 'number' || !(hours > 0 && hours <= 24))
		throw refuse('hours is a number above 0, and at most 24');
	if (typeof task !== 'string' || !isTask(task)) throw refuse('task is one line of 1 to 200 characters');
	return { day, hours, task };
}

/** @param {{ trust: import('./access-token.js').Trust, webOrigin: string }} options */
export function createApi({ trust, webOrigin }) {
	/** @type {Map<string, Timesheet[]>} By employee, in memory: all is forgotten when the API stops. */
	const timesheets = new Map();
	const api = new Hono();

	// The page is of another origin. It needs the header to send the token, and the challenge to tell what is missing.
	api.use(
		cors({
			origin: webOrigin,
			allowMethods: ['GET', 'POST'],
			allowHeaders: ['authorization', 'content-type'],
			exposeHeaders: ['www-authenticate'],
			maxAge: 600
		})
	);
	api.use(async (context, next) => {
		await next();
		context.header('cache-control', 'no-store');
	});
	const tooLarge = () => Response.json({ message: 'A time sheet has at most 10 kB' }, { status: 413 });
	api.use(bodyLimit({ maxSize: 10_000, onError: tooLarge }));

	const allow = (/** @type {import('hono').Context} */ context, /** @type {string} */ scope) =>
		authorize(trust, context.req.header('authorization'), scope);

	api.get('/timesheets', async (context) => {
		const { sub } = await allow(context, 'read:timesheets');
		return context.json({ timesheets: timesheets.get(sub) ?? [] });
	});

	api.post('/timesheets', async (context) => {
		const { sub } = await allow(context, 'create:timesheets');
		const timesheet = readTimesheet(await context.req.json().catch(() => undefined));
		timesheets.set(sub, [...(timesheets.get(sub) ?? []), timesheet]);
		return context.json(timesheet, 201);
	});

	api.notFound((context) => context.json({ message: 'There is nothing here but /timesheets' }, 404));
	api.onError((error, context) => {
		if (!(error instanceof Refusal)) return context.json({ message: 'The API failed' }, 500);
		const isAboutToken =
			error.status !== 503 && (error.status !== 400 || error.challenge.error !== undefined);
		if (isAboutToken) context.header('www-authenticate', error.header);
		return context.json({ message: error.message, ...error.challenge }, error.status);
	});
	return api;
}
