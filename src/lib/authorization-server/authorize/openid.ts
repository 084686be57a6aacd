import * as v from 'valibot';
import { say } from '$lib/lexicon/said';
import { claimNames } from '../user-claims';
import { pass, refuse, skip, warn, type Rule } from '../decide';
import { responseModes, type AuthorizeContext, type ResponseMode } from './context';
import { onlyKnown } from '$lib/lexicon/only-known';

const isResponseMode = (text: string): text is ResponseMode => responseModes.some((known) => known === text);

/** How the answer comes back: in the query, in the fragment, or as a form (OIDC Form Post §2). */
export const responseMode: Rule<AuthorizeContext> = {
	id: 'as-response-mode',
	look(context) {
		const sent = context.parameters.get('response_mode');
		const compared = { expected: say('one-of', ...responseModes), actual: sent ?? say('none-so', 'query') };
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
		if (sent === undefined) return skip(say('without', 'prompt'));
		const values = promptsOf(sent);
		const compared = { expected: say('one-of', ...prompts), actual: sent };
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
		if (sent === undefined) return skip(say('without', 'max_age'));
		const compared = { expected: say('seconds'), actual: sent };
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

/** What a claim is asked for with: OIDC Core §5.5.1. */
const wishSchema = v.object({
	essential: v.fallback(v.boolean(), false),
	value: v.fallback(v.optional(v.string()), undefined),
	values: v.fallback(v.array(v.string()), [])
});
const wishOf = (asked: Record<string, unknown>, name: string) => {
	const { essential, value, values } = v.parse(wishSchema, asked[name] ?? {});
	return { essential, values: value === undefined ? values : [value, ...values] };
};

/** Two claims are more than a wish: whom the ID token is about, and a level of sign-in that is essential. */
function demandsOf(asked: Record<string, unknown>) {
	const [sub] = wishOf(asked, 'sub').values;
	const acr = wishOf(asked, 'acr');
	const demanded = acr.essential && acr.values.length > 0;
	return { ...onlyKnown({ sub }), ...(demanded ? { acr: acr.values } : {}) };
}

const known = (asked: object): string[] => Object.keys(asked).filter((name) => claimNames.includes(name));

/** OIDC Core §5.5: claims asked for one by one. Those that are not known are left out. */
export const claimsParameter: Rule<AuthorizeContext> = {
	id: 'as-claims-parameter',
	look(context) {
		const sent = context.parameters.get('claims');
		if (sent === undefined) return skip(say('without', 'claims'));
		const parsed = v.safeParse(claimsSchema, sent);
		const expected = say('claims-object');
		if (!parsed.success)
			return refuse('invalid_request', 'The claims parameter cannot be read', {
				expected,
				actual: say('unreadable')
			});
		const { id_token: idToken, userinfo } = parsed.output;
		const asked = { idToken: known(idToken), userinfo: known(userinfo) };
		context.claims = { ...asked, ...demandsOf(idToken) };
		const actual = say(
			'list',
			say('named', 'id_token', asked.idToken.join(' ')),
			say('named', 'userinfo', asked.userinfo.join(' '))
		);
		return pass({ expected, actual });
	}
};
