import * as v from 'valibot';
import { claimNames } from '../claims';
import { pass, refuse, skip, warn, type Rule } from '../decide';
import { ownIdToken } from '../id-token-hint';
import { responseModes, type AuthorizeContext, type ResponseMode } from './context';

const isResponseMode = (text: string): text is ResponseMode => responseModes.some((known) => known === text);

/** How the answer comes back: in the query, in the fragment, or as a form (OIDC Form Post §2). */
export const responseMode: Rule<AuthorizeContext> = {
	id: 'as-response-mode',
	look(context) {
		const sent = context.parameters.get('response_mode');
		const compared = { expected: responseModes.join(' or '), actual: sent ?? 'none: query' };
		const mode = sent ?? 'query';
		if (!isResponseMode(mode))
			return refuse('invalid_request', 'This response_mode is not known here', compared);
		context.responseMode = mode;
		return pass(compared);
	}
};

const prompts = ['none', 'login', 'consent', 'select_account'];

export const promptsOf = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);

/** OIDC Core §3.1.2.1: `none` stands alone. */
export const prompt: Rule<AuthorizeContext> = {
	id: 'as-prompt',
	look({ parameters }) {
		const sent = parameters.get('prompt');
		if (sent === undefined) return skip('no prompt');
		const values = promptsOf(sent);
		const compared = { expected: prompts.join(' or '), actual: sent };
		if (values.includes('none') && values.length > 1)
			return refuse('invalid_request', 'The prompt none cannot go with another', compared);
		return values.every((value) => prompts.includes(value)) ? pass(compared) : warn(compared);
	}
};

/** OIDC Core §3.1.2.1: seconds since the person last signed in. */
export const maxAge: Rule<AuthorizeContext> = {
	id: 'as-max-age',
	look({ parameters }) {
		const sent = parameters.get('max_age');
		if (sent === undefined) return skip('no max_age');
		const compared = { expected: 'a number of seconds', actual: sent };
		return /^\d{1,9}$/.test(sent)
			? pass(compared)
			: refuse('invalid_request', 'The max_age is not a number of seconds', compared);
	}
};

const members = v.record(v.string(), v.nullable(v.looseObject({})));
const claimsSchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.object({ id_token: v.optional(members, {}), userinfo: v.optional(members, {}) })
);

const known = (asked: object): string[] => Object.keys(asked).filter((name) => claimNames.includes(name));

/** OIDC Core §5.5: claims asked for one by one. Those that are not known are left out. */
export const claimsParameter: Rule<AuthorizeContext> = {
	id: 'as-claims-parameter',
	look(context) {
		const sent = context.parameters.get('claims');
		if (sent === undefined) return skip('no claims');
		const parsed = v.safeParse(claimsSchema, sent);
		const compared = { expected: 'an object with id_token and userinfo', actual: sent };
		if (!parsed.success) return refuse('invalid_request', 'The claims parameter cannot be read', compared);
		context.claims = { idToken: known(parsed.output.id_token), userinfo: known(parsed.output.userinfo) };
		return pass(compared);
	}
};

/** OIDC Core §3.1.2.2: a token of this server says who is meant, also after its end. */
export const idTokenHint: Rule<AuthorizeContext> = {
	id: 'as-id-token-hint',
	async look(context) {
		const sent = context.parameters.get('id_token_hint');
		if (sent === undefined) return skip('no id_token_hint');
		const hint = await ownIdToken(context.call, sent);
		const expected = 'an ID token of this server';
		if (!hint)
			return refuse('invalid_request', 'The id_token_hint is not of this server', {
				expected,
				actual: 'not one'
			});
		context.hintSub = hint.sub;
		return pass({ expected, actual: `of ${hint.sub}` });
	}
};
