/**
 * The pages of this server have forms. What all of them have in common is here: what a page is about waits in the
 * store under a name that its form carries; each name is good for one answer, and for any number of looks at it.
 */
import { endedWith } from '$lib/lexicon/outcomes';
import { say } from '$lib/lexicon/said';
import type { Answer } from './answer';
import { formOf, formType } from '$lib/message/form-body';
import { bodyType, randomText, sentBy, type Call } from './call';
import { decide, pass, refuse, skip, type Refusal, type Rule } from './decide';
import { answeredPage, lostPage } from './pages/past';
import { problemPage } from './pages/problem';
import { Parameters } from './parameters';
import { wayBack, type Returning } from './way-back';

/** What waits for an answer: names of one kind of page are no good at another. */
export type PageKind = 'interaction' | 'sign-out' | 'account';

/** What is left of a page that was answered: which page came next, or for which application it was. */
export interface Answered extends Partial<Returning> {
	next?: string;
}

const lifetime = 15 * 60_000;

/** Keeps what a page is about; the name that its form has to carry. */
export async function keepWaiting({ realm, now }: Call, kind: PageKind, waiting: object): Promise<string> {
	const id = randomText(realm, 24);
	await realm.store.put(kind, id, waiting, now + lifetime);
	return id;
}

const answeredKey = (kind: PageKind, id: string): string => `${kind} ${id}`;

const keepAnswered = ({ realm, now }: Call, kind: PageKind, id: string, answered: Answered): Promise<void> =>
	realm.store.put('answered', answeredKey(kind, id), answered, now + lifetime);

/** Instead of a page that does not wait any more: what became of it, and where to go on. */
export async function pastPage(call: Call, kind: PageKind, id: string, status: number): Promise<Response> {
	const { realm } = call;
	const answered = await realm.store.get<Answered>('answered', answeredKey(kind, id));
	if (!answered) return lostPage(realm, status);
	return answeredPage(realm, { next: answered.next, back: await wayBack(realm, answered) }, status);
}

interface FormContext<Waiting> {
	call: Call;
	parameters: Parameters;
	/** The form is one of this server. */
	own?: true;
	/** What waited for this answer. */
	waiting?: Waiting;
}

/** A form of ours, sent from a page of ours: RFC 6749 §10.12. */
const formOrigin: Rule<FormContext<unknown>> = {
	id: 'as-form-origin',
	look(context) {
		const { request, realm, url } = context.call;
		const origin = request.headers.get('origin');
		const site = request.headers.get('sec-fetch-site');
		const ours = [new URL(realm.issuer).origin, url.origin];
		const compared = { expected: say('form-of-this-server'), actual: origin ?? site ?? say('missing') };
		if (request.method !== 'POST' || bodyType(request) !== formType)
			return refuse('invalid_request', 'This address takes the form of a page of this server', compared);
		const foreign = origin !== null && !ours.includes(origin) && site !== 'same-origin';
		if (foreign || site === 'cross-site')
			return refuse('invalid_request', 'This form was sent from another site', compared);
		context.own = true;
		return pass(compared);
	}
};

/** The page is one that was shown, and has not been answered yet. */
const interactionKnown = <Waiting>(kind: PageKind): Rule<FormContext<Waiting>> => ({
	id: 'as-interaction-known',
	async look(context) {
		const { call, parameters } = context;
		if (!context.own) return skip(say('not-of-this-server'));
		const id = parameters.get('interaction');
		const expected = say('waiting-page');
		if (id === undefined)
			return refuse('invalid_request', 'The form is not complete', { expected, actual: say('missing') });
		const waiting = await call.realm.store.take<Waiting>(kind, id);
		if (!waiting)
			return refuse('invalid_request', 'This page was answered before, or waited too long', {
				expected,
				actual: say('answered-or-too-old')
			});
		context.waiting = waiting;
		return pass({ expected, actual: say('found') });
	}
});

const refused = async (
	{ call, own, parameters }: FormContext<unknown>,
	kind: PageKind,
	why: Refusal
): Promise<Response> => {
	const id = parameters.get('interaction');
	return own && id !== undefined ? pastPage(call, kind, id, 400) : problemPage(call.realm, why);
};

/** How the answers of one kind of page are taken: what is left of the page, and how it goes on. */
interface Handling<Waiting> {
	about(waiting: Waiting): Answered;
	goOn(parameters: Parameters, waiting: Waiting): Promise<Answer>;
}

/** A form of ours about something that waits: what it is, is what was put there under that name. */
export async function answerForm<Waiting>(
	call: Call,
	kind: PageKind,
	{ about, goOn }: Handling<Waiting>
): Promise<Answer> {
	const context: FormContext<Waiting> = { call, parameters: new Parameters(formOf(sentBy(call))) };
	const { checks, refusal } = await decide([formOrigin, interactionKnown<Waiting>(kind)], context);
	const id = context.parameters.get('interaction');
	if (refusal || !context.waiting || id === undefined) {
		const why = refusal ?? { error: 'server_error', description: 'The form could not be read' };
		return {
			response: await refused(context, kind, why),
			checks,
			outcome: endedWith('refused-with', why.error)
		};
	}
	const answered = about(context.waiting);
	await keepAnswered(call, kind, id, answered);
	const answer = await goOn(context.parameters, context.waiting);
	if (answer.page !== undefined) await keepAnswered(call, kind, id, { ...answered, next: answer.page });
	return { ...answer, checks: [...checks, ...(answer.checks ?? [])] };
}
