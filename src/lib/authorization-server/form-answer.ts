/** The pages of this server have forms. What all their answers have in common is here. */
import type { Answer } from './answer';
import { bodyType, formType, type Call } from './call';
import { decide, pass, refuse, skip, type Rule } from './decide';
import { problemPage } from './pages/problem';
import { Parameters } from './parameters';

/** What waits for an answer: names of one kind of page are no good at another. */
export type PageKind = 'interaction' | 'sign-out' | 'account';

interface FormContext<Waiting> {
	call: Call;
	parameters: Parameters;
	/** What waited for this answer. */
	waiting?: Waiting;
}

/** A form of ours, sent from a page of ours: RFC 6749 §10.12. */
const formOrigin: Rule<FormContext<unknown>> = {
	id: 'as-form-origin',
	look({ call: { request, realm, url } }) {
		const origin = request.headers.get('origin');
		const site = request.headers.get('sec-fetch-site');
		const ours = [new URL(realm.issuer).origin, url.origin];
		const compared = { expected: 'a form of this server', actual: origin ?? site ?? 'not said' };
		if (request.method !== 'POST' || bodyType(request) !== formType)
			return refuse('invalid_request', 'This address takes the form of a page of this server', compared);
		const foreign = origin !== null && !ours.includes(origin) && site !== 'same-origin';
		if (foreign || site === 'cross-site')
			return refuse('invalid_request', 'This form was sent from another site', compared);
		return pass(compared);
	}
};

/** The page is one that was shown, and has not been answered yet. */
const interactionKnown = <Waiting>(kind: PageKind): Rule<FormContext<Waiting>> => ({
	id: 'as-interaction-known',
	async look(context) {
		const { call, parameters } = context;
		const id = parameters.get('interaction');
		const expected = 'a page that waits for its answer';
		if (id === undefined)
			return refuse('invalid_request', 'The form is not complete', { expected, actual: 'none' });
		if (call.request.method !== 'POST') return skip('not a form');
		const interaction = await call.realm.store.take<Waiting>(kind, id);
		if (!interaction)
			return refuse(
				'invalid_request',
				'This page was answered before or waited too long. Go back to the application and start again',
				{
					expected,
					actual: 'answered before, or too old'
				}
			);
		context.waiting = interaction;
		return pass({ expected, actual: 'found' });
	}
});

/** A form of ours about something that waits: what it is, is what was put there under that name. */
export async function answerForm<Waiting>(
	call: Call,
	kind: PageKind,
	goOnWith: (parameters: Parameters, waiting: Waiting) => Promise<Answer>
): Promise<Answer> {
	const context: FormContext<Waiting> = { call, parameters: new Parameters(call.body) };
	const { checks, refusal } = await decide([formOrigin, interactionKnown<Waiting>(kind)], context);
	if (refusal || !context.waiting) {
		const why = refusal ?? { error: 'server_error', description: 'The form could not be read' };
		return { response: problemPage(call.realm, why), checks, outcome: `refused: ${why.error}` };
	}
	const answer = await goOnWith(context.parameters, context.waiting);
	return { ...answer, checks: [...checks, ...(answer.checks ?? [])] };
}
