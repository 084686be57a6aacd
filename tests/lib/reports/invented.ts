/** Recordings of other clients, servers and recorders, each with what has to be said of it. */
import type { Exchange } from '$lib/wire/http';
import {
	app,
	ask,
	come,
	get,
	post,
	recording,
	redeem,
	tokens,
	withQuery
} from '../../fixtures/made-recording';

export interface Invented {
	what: string;
	exchanges: Exchange[];
	/** How the attempts ended, oldest first: kind, error and whether it is called silent. */
	ends: string[];
	/** The place of the attempt that is opened. */
	opened: number;
	/** The steps of it that failed. */
	failed: string[];
	/** What stands beside it. */
	beside?: string[];
}

const kc = 'https://sso.example/realms/x/protocol/openid-connect';
const google = 'https://accounts.google.com/o/oauth2/v2/auth';
const login = 'https://login.example';

const googleAsk = ask(google, {
	...{ client_id: 'kc-at-google', redirect_uri: 'https://sso.example/realms/x/broker/google/endpoint' },
	...{ state: 'inner-google-state', code_challenge: '', code_challenge_method: '' }
});
export const plain = (over: Record<string, string> = {}): string => ask(`${login}/authorize`, over);
const silent = { prompt: 'none', state: 'state-silent-99' };
const iframe = { headers: { 'sec-fetch-dest': 'iframe' } };
export const second = {
	state: 'state-two-4567',
	code_challenge: '8BtXImJhrjdWuTk24cTmuEn5pbCTP6O5GEO_QZW52WQ'
};
export const secondVerifier = { code_verifier: 'b'.repeat(43) };

export const invented: Invented[] = [
	{
		what: 'Keycloak that asks Google, whose pages carry the whole request on',
		exchanges: recording(
			get(ask(`${kc}/auth`), { to: googleAsk }),
			get(googleAsk, { to: googleAsk.replace('/o/oauth2/v2/auth', '/v3/signin/identifier') }),
			get(googleAsk.replace('/o/oauth2/v2/auth', '/v3/signin/identifier')),
			post('https://accounts.google.com/_/signin/challenge', { f: 'req' }, { json: {} }),
			get('https://accounts.google.com/signin/oauth/consent', {
				to: come('https://sso.example/realms/x/broker/google/endpoint', 'inner-1', 'inner-google-state')
			}),
			get(come('https://sso.example/realms/x/broker/google/endpoint', 'inner-1', 'inner-google-state'), {
				to: come(app, 'outer-1')
			}),
			get(come(app, 'outer-1')),
			redeem(`${kc}/token`, 'outer-1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'two brokers in a chain',
		exchanges: recording(
			get(ask('https://a.example/authorize'), {
				to: ask('https://b.example/authorize', {
					client_id: 'a',
					redirect_uri: 'https://a.example/cb',
					state: 'state-of-a-1'
				})
			}),
			get(
				ask('https://b.example/authorize', {
					client_id: 'a',
					redirect_uri: 'https://a.example/cb',
					state: 'state-of-a-1'
				}),
				{
					to: ask('https://c.example/oauth2/auth', {
						client_id: 'b',
						redirect_uri: 'https://b.example/cb',
						state: 'state-of-b-1'
					})
				}
			),
			get(
				ask('https://c.example/oauth2/auth', {
					client_id: 'b',
					redirect_uri: 'https://b.example/cb',
					state: 'state-of-b-1'
				})
			),
			post(
				'https://c.example/login',
				{ user: 'x', password: 'y' },
				{ to: come('https://b.example/cb', 'c3', 'state-of-b-1') }
			),
			get(come('https://b.example/cb', 'c3', 'state-of-b-1'), {
				to: come('https://a.example/cb', 'c2', 'state-of-a-1')
			}),
			get(come('https://a.example/cb', 'c2', 'state-of-a-1'), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem('https://a.example/token', 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'SAML in between',
		exchanges: recording(
			get(plain(), { to: 'https://adfs.corp.example/adfs/ls/?SAMLRequest=fZJ' }),
			get('https://adfs.corp.example/adfs/ls/?SAMLRequest=fZJ'),
			post('https://adfs.corp.example/adfs/ls/?SAMLRequest=fZJ', { UserName: 'x', Password: 'y' }),
			post(`${login}/login/callback`, { SAMLResponse: 'PHNhb', RelayState: 'r' }, { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['hop', 'hop', 'hop']
	},
	{
		what: 'oidc-client-ts: a good sign-in and a good silent renewal in a frame',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1'),
			get(plain(silent), { ...iframe, to: come('https://app.example/silent.html', 'c2', 'state-silent-99') }),
			get(come('https://app.example/silent.html', 'c2', 'state-silent-99')),
			redeem(`${login}/oauth/token`, 'c2', tokens('at-2'))
		),
		ends: ['tokens', 'tokens silent'],
		opened: 0,
		failed: []
	},
	{
		what: 'nobody is signed in, which a frame found out, and then somebody signs in',
		exchanges: recording(
			get(plain(silent), {
				...iframe,
				to: withQuery('https://app.example/silent.html', {
					error: 'login_required',
					state: 'state-silent-99'
				})
			}),
			get(
				withQuery('https://app.example/silent.html', { error: 'login_required', state: 'state-silent-99' })
			),
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['silent', 'silent']
	},
	{
		what: 'auth0-spa-js: the answer stands in the script of a page in a frame',
		exchanges: recording(
			get(plain({ ...silent, response_mode: 'web_message' }), {
				...iframe,
				html: `<script>(function(window){var authorizationResponse = {type: "authorization_response",response: {"code":"c2","state":"state-silent-99"}};window.parent.postMessage(authorizationResponse, "https://app.example");})(window)</script>`
			}),
			redeem(`${login}/oauth/token`, 'c2')
		),
		ends: ['tokens silent'],
		opened: 0,
		failed: []
	},
	{
		what: 'MSAL: an answer in a fragment, and later a hidden frame that is refused',
		exchanges: recording(
			get(plain(), { to: `${app}#code=c1&state=state-one-0123` }),
			get(app),
			redeem(`${login}/oauth/token`, 'c1'),
			get(plain(silent), {
				...iframe,
				to: 'https://app.example/blank.html#error=interaction_required&state=state-silent-99'
			}),
			get('https://app.example/blank.html')
		),
		ends: ['tokens', 'error interaction_required silent'],
		opened: 1,
		failed: ['callback']
	},
	{
		what: 'next-auth: the server redeems the code',
		exchanges: recording(
			post(
				'https://app.example/api/auth/signin/x',
				{ csrfToken: 'a' },
				{ json: { url: plain({ redirect_uri: 'https://app.example/api/auth/callback/x' }) } }
			),
			get(plain({ redirect_uri: 'https://app.example/api/auth/callback/x' }), {
				to: come('https://app.example/api/auth/callback/x', 'c1')
			}),
			get(come('https://app.example/api/auth/callback/x', 'c1'), { to: 'https://app.example/' }),
			get('https://app.example/')
		),
		ends: ['code-only'],
		opened: 0,
		failed: []
	},
	{
		what: 'a backend that is answered by a form, whose page alone leads there',
		exchanges: recording(
			get('https://app.example/bff/login', {
				to: plain({ redirect_uri: 'https://app.example/signin-oidc', response_mode: 'form_post' })
			}),
			get(plain({ redirect_uri: 'https://app.example/signin-oidc', response_mode: 'form_post' }), {
				html: `<form method="post" action="https://app.example/signin-oidc"><input type="hidden" name="code" value="c1"/><input type="hidden" name="state" value="state-one-0123"/></form>`
			}),
			post(
				'https://app.example/signin-oidc',
				{ code: 'c1', state: 'state-one-0123' },
				{ to: 'https://app.example/' }
			)
		),
		ends: ['code-only'],
		opened: 0,
		failed: []
	},
	{
		what: 'an app of a phone, with a scheme of its own',
		exchanges: recording(
			get(plain({ redirect_uri: 'com.example.app:/cb' })),
			post(`${login}/u/login`, { username: 'x', password: 'y' }, { to: come('com.example.app:/cb', 'c1') })
		),
		ends: ['code-only'],
		opened: 0,
		failed: []
	},
	{
		what: 'two tabs at once',
		exchanges: recording(
			get(plain()),
			get(plain(second)),
			get(come(app, 'c2', second.state)),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1'),
			redeem(`${login}/oauth/token`, 'c2', tokens('at-2'), secondVerifier)
		),
		ends: ['tokens', 'tokens'],
		opened: 1,
		failed: []
	},
	{
		what: 'two libraries of one page, at two servers; the first sign-in is left at the login page',
		exchanges: recording(
			get(
				ask(`${kc}/auth`, {
					client_id: 'other',
					redirect_uri: 'https://app.example/other',
					state: 'state-other-1'
				})
			),
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['unfinished', 'tokens'],
		opened: 1,
		failed: []
	},
	{
		what: 'Cognito, whose login page has the whole request',
		exchanges: recording(
			get(ask('https://x.auth.eu.amazoncognito.com/oauth2/authorize'), {
				to: ask('https://x.auth.eu.amazoncognito.com/login')
			}),
			get(ask('https://x.auth.eu.amazoncognito.com/login')),
			post(
				ask('https://x.auth.eu.amazoncognito.com/login'),
				{ username: 'x', password: 'y' },
				{ to: come(app, 'c1') }
			),
			get(come(app, 'c1')),
			redeem('https://x.auth.eu.amazoncognito.com/oauth2/token', 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'IdentityServer, which comes back to its endpoint by another address',
		exchanges: recording(
			get(ask(`${login}/connect/authorize`), {
				to: withQuery(`${login}/Account/Login`, { ReturnUrl: ask('/connect/authorize/callback') })
			}),
			get(withQuery(`${login}/Account/Login`, { ReturnUrl: ask('/connect/authorize/callback') })),
			post(
				`${login}/Account/Login`,
				{ Username: 'x', Password: 'y' },
				{ to: ask('/connect/authorize/callback') }
			),
			get(ask(`${login}/connect/authorize/callback`), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/connect/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	}
];
