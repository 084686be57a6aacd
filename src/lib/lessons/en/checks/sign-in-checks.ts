import type { authorizationServerChecks } from '$lib/lexicon/authorization-server-checks';
import type { CheckText } from './check-text';

/** What the authorization server decides about sessions, sign-in, rules and the form of its answer. */
export const signInCheckTexts = {
	'as-response-mode': {
		label: 'Response mode is known',
		fails:
			'The response_mode is none of query, fragment and form_post, nor one of them with .jwt behind it or jwt alone, so the server does not know how to answer.',
		fix: 'Leave response_mode out to get the answer in the query. Use one of the modes that the metadata lists.'
	},
	'as-prompt': {
		label: 'Prompt makes sense',
		fails:
			'The prompt parameter has a value that does not fit. The value none must stand alone, because it forbids every page.',
		fix: 'Use login, consent or select_account, or none without any other value.'
	},
	'as-max-age': {
		label: 'Max age is a number',
		fails:
			'The max_age is not a whole number of seconds, so the server cannot tell how old the sign-in may be.',
		fix: 'Send max_age as a number of seconds, such as 300, or leave it out.'
	},
	'as-claims-parameter': {
		label: 'Claims request is readable',
		fails: 'The claims parameter is not a JSON object with the members userinfo and id_token.',
		fix: 'Send a JSON object and encode it for the URL. Name the claims below userinfo or id_token.'
	},
	'as-id-token-hint': {
		label: 'ID token hint is ours',
		fails: 'The id_token_hint was not issued by this server, so it does not say who is meant.',
		fix: 'Send an ID token that this server issued to this client. It may have expired.'
	},
	'as-rules-run': {
		label: 'Rules let it pass',
		fails: 'A rule of the realm denied the sign-in, or it failed while it ran. A rule that fails denies.',
		fix: 'Read the reason that the rule gave. Try the rule in the provider settings, or switch it off.'
	},
	'as-rules-scope': {
		label: 'Scopes of rules are known',
		fails: 'A rule asked for a scope that the API does not have. The server leaves such a scope out.',
		fix: 'Add the scope to the API first, or correct its name in the rule.'
	},
	'as-rules-claims': {
		label: 'Claims of rules are namespaced',
		fails:
			'A rule set a claim without a namespace, or one that a standard reserves. The server drops such a claim.',
		fix: 'Name a custom claim by an http or https URL that you control, such as https://example.com/roles.'
	}
} satisfies Partial<Record<keyof typeof authorizationServerChecks, CheckText>>;
