/**
 * Credentials that are no JOSE and are known by how they begin or are built. Only facts: `documented` is written down by who
 * issues them, at `source`; `seen` is what everybody sees of them, and may change without a word. What each is, and what to
 * do when it is out, is in `lessons/en/tokens/opaque`.
 */
export interface OpaqueForm {
	form: RegExp;
	basis: 'documented' | 'seen';
	source: string;
	/** Whether whoever has it can use it. A public name of a key is none. */
	secret: boolean;
	/** Where it is ended, or how that is documented. */
	revoke?: string;
}

const github =
	'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github';
const githubApps = 'https://github.com/settings/applications';
const slack = 'https://docs.slack.dev/authentication/tokens';
const slackRevoke = 'https://docs.slack.dev/reference/methods/auth.revoke';
const gitlab = 'https://docs.gitlab.com/security/tokens/';
const google = 'https://developers.google.com/identity/protocols/oauth2/web-server';
const googleRevoke = 'https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke';
const stripe = 'https://docs.stripe.com/keys';
const aws = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html';
const awsKeys = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html';
const entra = 'https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens';
const entraRevoke = 'https://learn.microsoft.com/en-us/graph/api/user-revokesigninsessions';
const microsoftAccount = 'https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens';
const ory = 'https://github.com/ory/hydra/issues/2845';
const vault = 'https://developer.hashicorp.com/vault/docs/concepts/tokens';
const paseto = 'https://github.com/paseto-standard/paseto-spec';
const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const documented = (form: RegExp, source: string, revoke?: string): OpaqueForm => ({
	form,
	basis: 'documented',
	source,
	secret: true,
	...(revoke === undefined ? {} : { revoke })
});
const seen = (form: RegExp, source: string, revoke?: string): OpaqueForm => ({
	...documented(form, source, revoke),
	basis: 'seen'
});

/** In the order in which they are asked: the first that fits is the one. */
export const opaqueForms = {
	'paseto-public': documented(/^v[1-4]\.public\.[\w-]+(?:\.[\w-]+)?$/, paseto),
	'paseto-local': documented(/^v[1-4]\.local\.[\w-]+(?:\.[\w-]+)?$/, paseto),
	'github-oauth': documented(/^gho_\w{30,}$/, github, githubApps),
	'github-personal': documented(/^ghp_\w{30,}$/, github, 'https://github.com/settings/tokens'),
	'github-fine-grained': documented(
		/^github_pat_\w{30,}$/,
		github,
		'https://github.com/settings/personal-access-tokens'
	),
	'github-user': documented(/^ghu_\w{30,}$/, github, githubApps),
	'github-server': documented(
		/^ghs_\w{30,}$/,
		github,
		'https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token'
	),
	'github-refresh': documented(/^ghr_\w{30,}$/, github, githubApps),
	'gitlab-personal': documented(
		/^glpat-[\w.-]{20,}$/,
		gitlab,
		'https://docs.gitlab.com/user/profile/personal_access_tokens/'
	),
	'gitlab-application-secret': documented(/^gloas-[\w-]{20,}$/, gitlab),
	'gitlab-other': documented(/^gl(?:dt|rt|rtr|cbt|ptt|ft|ffct|imt|agent|soat|wt)-[\w.-]{10,}$/, gitlab),
	'slack-rotated': documented(/^xoxe\.xox[bp]-[\w-]{10,}$/, slack, slackRevoke),
	'slack-refresh': documented(/^xoxe-[\w-]{10,}$/, slack),
	'slack-bot': documented(/^xoxb-[\w-]{10,}$/, slack, slackRevoke),
	'slack-user': documented(/^xoxp-[\w-]{10,}$/, slack, slackRevoke),
	'slack-app': documented(/^xapp-[\w-]{10,}$/, slack),
	'slack-older': seen(/^xox[acdrs]-[\w%-]{10,}$/, slack, slackRevoke),
	'google-access': seen(/^ya29\.[\w.-]{10,}$/, google, googleRevoke),
	'google-refresh': seen(/^1\/\/[\w-]{20,}$/, google, googleRevoke),
	'google-code': seen(/^4\/[\w-]{20,}$/, google),
	'google-client-secret': seen(
		/^GOCSPX-[\w-]{20,}$/,
		google,
		'https://console.cloud.google.com/auth/clients'
	),
	'google-api-key': seen(
		/^AIza[\w-]{35}$/,
		'https://docs.cloud.google.com/docs/authentication/api-keys',
		'https://console.cloud.google.com/apis/credentials'
	),
	'entra-refresh': seen(/^[01]\.A[\w-]{20,}(?:\.[\w-]*)*$/, entra, entraRevoke),
	'microsoft-account-refresh': seen(/^M\.[CR]\d+_[\w!*$.-]{20,}$/, entra),
	'microsoft-account-ticket': seen(/^Ew[A-Z][\w+/]{60,}={0,2}$/, microsoftAccount),
	'keycloak-code': documented(
		new RegExp(`^${guid}\\.${guid}\\.${guid}$`, 'i'),
		'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/utils/OAuth2CodeParser.java'
	),
	'duende-handle': seen(
		/^[0-9A-F]{64}-1$/,
		'https://docs.duendesoftware.com/identityserver/tokens/reference/'
	),
	'ory-access': documented(/^ory_at_[\w.-]{20,}$/, ory),
	'ory-refresh': documented(/^ory_rt_[\w.-]{20,}$/, ory),
	'ory-code': documented(/^ory_ac_[\w.-]{20,}$/, ory),
	vault: documented(/^hv[sbr]\.[\w-]{20,}$/, vault),
	'secret-key': seen(/^(?:sk|rk)_(?:live|test)_\w{10,}$/, stripe, 'https://dashboard.stripe.com/apikeys'),
	'publishable-key': { ...seen(/^pk_(?:live|test)_\w{10,}$/, stripe), secret: false },
	'aws-key-id': { ...documented(/^AKIA[0-9A-Z]{16}$/, aws, awsKeys), secret: false },
	'aws-temporary-key-id': { ...documented(/^ASIA[0-9A-Z]{16}$/, aws, awsKeys), secret: false },
	npm: documented(
		/^npm_\w{30,}$/,
		'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/',
		'https://docs.npmjs.com/revoking-access-tokens'
	),
	pypi: documented(
		/^pypi-[\w-]{16,}$/,
		'https://pypi.org/help/#apitoken',
		'https://pypi.org/manage/account/'
	),
	'salesforce-session': seen(
		/^00D[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?![\w.]{20,}$/,
		'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm'
	),
	guid: {
		...documented(new RegExp(`^\\{?${guid}\\}?$`, 'i'), 'https://www.rfc-editor.org/rfc/rfc9562#section-4')
	}
} as const satisfies Record<string, OpaqueForm>;

export type OpaqueKind = keyof typeof opaqueForms;

/** None of them is as long. */
const longest = 10_000;

const isKind = (name: string): name is OpaqueKind => Object.hasOwn(opaqueForms, name);

/** What a credential is known as by its form; undefined when it could be anybody’s. */
export function opaqueKind(token: string): OpaqueKind | undefined {
	const text = token.trim();
	if (text.length > longest) return undefined;
	return Object.keys(opaqueForms)
		.filter(isKind)
		.find((kind) => opaqueForms[kind].form.test(text));
}
