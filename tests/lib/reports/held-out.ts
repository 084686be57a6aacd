/** More recordings, written before the rules were tried on any of them. */
import {
	app,
	ask,
	come,
	get,
	options,
	post,
	recording,
	redeem,
	refusal,
	tokens,
	withQuery
} from '../../fixtures/made-recording';
import type { Invented } from './invented';

const login = 'https://login.example';
const plain = (over: Record<string, string> = {}): string => ask(`${login}/authorize`, over);
const b2c = 'https://acme.b2clogin.com/acme.onmicrosoft.com/B2C_1A_signin';
const entra = 'https://login.microsoftonline.com/common/oauth2/v2.0';
const entraAsk = ask(`${entra}/authorize`, {
	...{ client_id: 'b2c-app', redirect_uri: 'https://acme.b2clogin.com/acme.onmicrosoft.com/oauth2/authresp' },
	...{
		state: 'StateProperties=eyJTSUQi',
		code_challenge: '',
		code_challenge_method: '',
		response_mode: 'form_post'
	}
});
const googleAsk = (over: Record<string, string>): string =>
	ask('https://accounts.google.com/o/oauth2/auth', {
		...{ client_id: 'at-google', state: 'inner-state-77', code_challenge: '', code_challenge_method: '' },
		...over
	});

export const heldOut: Invented[] = [
	{
		what: 'Entra B2C that asks Entra, answered by a form',
		exchanges: recording(
			get(ask(`${b2c}/oauth2/v2.0/authorize`)),
			get(`${b2c}/api/CombinedSigninAndSignup/unified?claimsexchange=Entra`, { to: entraAsk }),
			get(entraAsk),
			post(
				`${entra.replace('/oauth2/v2.0', '')}/login`,
				{ login: 'x', passwd: 'y' },
				{
					html: '<form method="POST" action="https://acme.b2clogin.com/acme.onmicrosoft.com/oauth2/authresp"><input type="hidden" name="code" value="inner-c" /><input type="hidden" name="state" value="StateProperties=eyJTSUQi" /></form>'
				}
			),
			post(
				'https://acme.b2clogin.com/acme.onmicrosoft.com/oauth2/authresp',
				{ code: 'inner-c', state: 'StateProperties=eyJTSUQi' },
				{ to: come(app, 'c1') }
			),
			get(come(app, 'c1')),
			redeem(`${b2c}/oauth2/v2.0/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'Auth0 under a domain of its own, which asks Google to answer at another',
		exchanges: recording(
			get(plain(), { to: `${login}/u/login?state=internal` }),
			get(`${login}/u/login?state=internal`),
			post(
				`${login}/u/login?state=internal`,
				{ connection: 'google-oauth2' },
				{ to: googleAsk({ redirect_uri: 'https://acme.eu.auth0.com/login/callback' }) }
			),
			get(googleAsk({ redirect_uri: 'https://acme.eu.auth0.com/login/callback' }), {
				to: come('https://acme.eu.auth0.com/login/callback', 'g1', 'inner-state-77')
			}),
			get(come('https://acme.eu.auth0.com/login/callback', 'g1', 'inner-state-77'), {
				to: `${login}/authorize/resume?state=internal`
			}),
			get(`${login}/authorize/resume?state=internal`, { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'Hydra, whose login app is a client of Keycloak',
		exchanges: recording(
			get(ask('https://hydra.example/oauth2/auth'), { to: 'https://id.example/login?login_challenge=lc' }),
			get('https://id.example/login?login_challenge=lc', {
				to: ask('https://kc.example/realms/a/protocol/openid-connect/auth', {
					client_id: 'id-app',
					redirect_uri: 'https://id.example/cb',
					state: 'inner-kc-1'
				})
			}),
			get(
				ask('https://kc.example/realms/a/protocol/openid-connect/auth', {
					client_id: 'id-app',
					redirect_uri: 'https://id.example/cb',
					state: 'inner-kc-1'
				})
			),
			post(
				'https://kc.example/realms/a/login-actions/authenticate?session_code=s',
				{ username: 'x', password: 'y' },
				{ to: come('https://id.example/cb', 'k1', 'inner-kc-1') }
			),
			get(come('https://id.example/cb', 'k1', 'inner-kc-1'), {
				to: `${ask('https://hydra.example/oauth2/auth')}&login_verifier=lv`
			}),
			get(`${ask('https://hydra.example/oauth2/auth')}&login_verifier=lv`, { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem('https://hydra.example/oauth2/token', 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a broker in a recording that has no redirects, as of Safari',
		exchanges: recording(
			get(ask('https://broker.example/authorize')),
			get(googleAsk({ redirect_uri: 'https://broker.example/federated/google' })),
			get(come('https://broker.example/federated/google', 'g1', 'inner-state-77')),
			get(come(app, 'c1')),
			redeem('https://broker.example/token', 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a ghost of the authorization request, as of Firefox',
		exchanges: recording(
			get(plain(), { error: 'NS_BINDING_ABORTED' }),
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'silent renewals, the last of which is refused at the token endpoint',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1'),
			get(plain({ prompt: 'none', state: 'silent-aaa-1' }), {
				to: come('https://app.example/silent', 's1', 'silent-aaa-1')
			}),
			redeem(`${login}/oauth/token`, 's1', tokens('at-2')),
			get(plain({ prompt: 'none', state: 'silent-aaa-2' }), {
				to: come('https://app.example/silent', 's2', 'silent-aaa-2')
			}),
			redeem(`${login}/oauth/token`, 's2', refusal())
		),
		ends: ['tokens', 'tokens silent', 'refused 400 silent'],
		opened: 2,
		failed: ['exchange']
	},
	{
		what: 'two attempts of which the second overwrote the verifier of the first',
		exchanges: recording(
			get(plain()),
			get(plain({ state: 'state-two-4567', code_challenge: '0000000000000000000000000000000000000000000' })),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', refusal(), { code_verifier: 'z'.repeat(43) })
		),
		ends: ['refused 400', 'unfinished'],
		opened: 0,
		failed: ['exchange']
	},
	{
		what: 'Postman, with a secret in the header',
		exchanges: recording(
			get(plain({ redirect_uri: 'https://oauth.pstmn.io/v1/callback' }), {
				to: come('https://oauth.pstmn.io/v1/callback', 'c1')
			}),
			get(come('https://oauth.pstmn.io/v1/callback', 'c1')),
			redeem(
				`${login}/oauth/token`,
				'c1',
				{ ...tokens(), headers: { authorization: 'Basic c3BhOng=' } },
				{ client_id: '', redirect_uri: 'https://oauth.pstmn.io/v1/callback' }
			)
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'ADFS that asks another one by WS-Federation',
		exchanges: recording(
			get(ask('https://adfs.a.example/adfs/oauth2/authorize'), {
				to: 'https://adfs.b.example/adfs/ls/?wa=wsignin1.0&wtrealm=urn:a'
			}),
			get('https://adfs.b.example/adfs/ls/?wa=wsignin1.0&wtrealm=urn:a'),
			post('https://adfs.b.example/adfs/ls/?wa=wsignin1.0&wtrealm=urn:a', { UserName: 'x', Password: 'y' }),
			post(
				'https://adfs.a.example/adfs/ls/',
				{ wa: 'wsignin1.0', wresult: '<t/>' },
				{ to: ask('https://adfs.a.example/adfs/oauth2/authorize') }
			),
			get(ask('https://adfs.a.example/adfs/oauth2/authorize'), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem('https://adfs.a.example/adfs/oauth2/token', 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a token endpoint with a name of its own, and no grant type',
		exchanges: recording(
			get(
				ask('https://slack.example/oauth/v2/authorize', { code_challenge: '', code_challenge_method: '' }),
				{ to: come(app, 'c1') }
			),
			get(come(app, 'c1')),
			post(
				'https://slack.example/api/oauth.v2.access',
				{ code: 'c1', client_id: 'spa', client_secret: 's', redirect_uri: app },
				{ json: { error: 'invalid_code' }, status: 400 }
			)
		),
		ends: ['refused 400'],
		opened: 0,
		failed: ['exchange']
	},
	{
		what: 'a route in the fragment',
		exchanges: recording(
			get(plain({ redirect_uri: 'https://app.example/#/callback' }), {
				to: 'https://app.example/#/callback?code=c1&state=state-one-0123'
			}),
			get('https://app.example/'),
			redeem(`${login}/oauth/token`, 'c1', tokens(), { redirect_uri: 'https://app.example/#/callback' })
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a redirect URI with a query',
		exchanges: recording(
			get(plain({ redirect_uri: `${app}?tenant=1` }), { to: come(`${app}?tenant=1`, 'c1') }),
			get(come(`${app}?tenant=1`, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', tokens(), { redirect_uri: `${app}?tenant=1` })
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'an error without the state',
		exchanges: recording(
			get(plain(), { to: `${app}?error=access_denied` }),
			get(`${app}?error=access_denied`)
		),
		ends: ['error access_denied'],
		opened: 0,
		failed: ['callback']
	},
	{
		what: 'a sign-out, and another person',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1'),
			get(`${login}/logout?post_logout_redirect_uri=https://app.example/&state=out`, {
				to: 'https://app.example/?state=out'
			}),
			get(plain({ state: 'state-two-4567' }), { to: come(app, 'c2', 'state-two-4567') }),
			get(come(app, 'c2', 'state-two-4567')),
			redeem(`${login}/oauth/token`, 'c2', tokens('at-2'))
		),
		ends: ['tokens', 'tokens'],
		opened: 1,
		failed: []
	},
	{
		what: 'a page that fetches the authorization endpoint instead of going there',
		exchanges: recording(
			get('https://app.example/', { html: '<title>App</title>' }),
			get(plain(), {
				error: 'net::ERR_FAILED',
				fetchedAs: 'fetch',
				headers: { origin: 'https://app.example' }
			}),
			get(`${login}/favicon.ico`)
		),
		ends: ['unanswered'],
		opened: 0,
		failed: []
	},
	{
		what: 'a server at the origin of the application',
		exchanges: recording(
			get(ask('https://app.example/auth/realms/x/protocol/openid-connect/auth')),
			post(
				'https://app.example/auth/realms/x/login-actions/authenticate?execution=e',
				{ username: 'x', password: 'y' },
				{ to: come(app, 'c1') }
			),
			get(come(app, 'c1')),
			redeem('https://app.example/auth/realms/x/protocol/openid-connect/token', 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a password that was wrong at first',
		exchanges: recording(
			get(plain(), { to: `${login}/u/login?state=in` }),
			get(`${login}/u/login?state=in`),
			post(`${login}/u/login?state=in`, { username: 'x', password: 'n' }, { status: 400 }),
			post(`${login}/u/login?state=in`, { username: 'x', password: 'y' }, { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['login', 'login', 'login']
	},
	{
		what: 'a password that is wrong, and the end',
		exchanges: recording(
			get(plain(), { to: `${login}/u/login?state=in` }),
			get(`${login}/u/login?state=in`),
			post(`${login}/u/login?state=in`, { username: 'x', password: 'n' }, { status: 400 })
		),
		ends: ['login-refused 400'],
		opened: 0,
		failed: []
	},
	{
		what: 'a client that registers itself after an API refused it',
		exchanges: recording(
			post('https://mcp.example/mcp', '{"method":"initialize"}', {
				status: 401,
				json: {},
				answered: {
					'www-authenticate':
						'Bearer resource_metadata="https://mcp.example/.well-known/oauth-protected-resource"'
				}
			}),
			post(`${login}/register`, JSON.stringify({ redirect_uris: [app] }), {
				status: 201,
				json: { client_id: 'spa' }
			}),
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			options(`${login}/token`, { status: 204, answered: { 'access-control-allow-origin': '*' } }),
			redeem(`${login}/token`, 'c1'),
			post('https://mcp.example/mcp', '{"method":"initialize"}', {
				json: {},
				headers: { authorization: 'Bearer at-1' }
			})
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['registration', 'preflight']
	},
	{
		what: 'an inner server that refuses the broker, which shows a page',
		exchanges: recording(
			get(ask('https://broker.example/authorize'), {
				to: googleAsk({ redirect_uri: 'https://broker.example/federated/google' })
			}),
			get(googleAsk({ redirect_uri: 'https://broker.example/federated/google' }), {
				to: withQuery('https://broker.example/federated/google', {
					error: 'access_denied',
					state: 'inner-state-77'
				})
			}),
			get(
				withQuery('https://broker.example/federated/google', {
					error: 'access_denied',
					state: 'inner-state-77'
				}),
				{ status: 500, html: 'Oops' }
			)
		),
		ends: ['page 500'],
		opened: 0,
		failed: []
	},
	{
		what: 'a good sign-in, and then one that is only begun',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1'),
			get(plain({ state: 'state-two-4567' }))
		),
		ends: ['tokens', 'unfinished'],
		opened: 0,
		failed: []
	},
	{
		what: 'a token request with parts of an upload, refused',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			post(
				`${login}/oauth/token`,
				'{"grant_type":"authorization_code","code":"c1","client_id":"spa"}',
				refusal('invalid_request')
			)
		),
		ends: ['refused 400'],
		opened: 0,
		failed: ['exchange']
	}
];
