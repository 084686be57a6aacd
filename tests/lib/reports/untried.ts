/** The last of them: written when all others were right, and run once. */
import {
	app,
	ask,
	challenge,
	come,
	get,
	options,
	post,
	recording,
	redeem,
	refusal,
	tokens,
	verifier,
	withQuery
} from '../../fixtures/made-recording';
import type { Invented } from './invented';

const login = 'https://login.example';
const plain = (over: Record<string, string> = {}): string => ask(`${login}/authorize`, over);
const realm = (name: string): string => `https://kc.example/realms/${name}/protocol/openid-connect`;
const document = (name: string) =>
	get(`https://kc.example/realms/${name}/.well-known/openid-configuration`, {
		json: {
			issuer: `https://kc.example/realms/${name}`,
			authorization_endpoint: `${realm(name)}/auth`,
			token_endpoint: `${realm(name)}/token`,
			jwks_uri: `${realm(name)}/certs`
		}
	});

export const untried: Invented[] = [
	{
		what: 'a realm that asks another realm of the same host',
		exchanges: recording(
			document('a'),
			get(ask(`${realm('a')}/auth`), {
				to: ask(`${realm('b')}/auth`, {
					client_id: 'a',
					redirect_uri: 'https://kc.example/realms/a/broker/b/endpoint',
					state: 'inner-b-1'
				})
			}),
			get(
				ask(`${realm('b')}/auth`, {
					client_id: 'a',
					redirect_uri: 'https://kc.example/realms/a/broker/b/endpoint',
					state: 'inner-b-1'
				})
			),
			post(
				'https://kc.example/realms/b/login-actions/authenticate?execution=1',
				{ username: 'x', password: 'y' },
				{ to: come('https://kc.example/realms/a/broker/b/endpoint', 'b1', 'inner-b-1') }
			),
			get(come('https://kc.example/realms/a/broker/b/endpoint', 'b1', 'inner-b-1'), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${realm('a')}/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'the end of a sign-in through a broker, without its beginning',
		exchanges: recording(
			get(
				ask('https://idp.example/authorize', {
					client_id: 'broker',
					redirect_uri: 'https://broker.example/cb',
					state: 'inner-xyz-1'
				}),
				{ to: come('https://broker.example/cb', 'i1', 'inner-xyz-1') }
			),
			get(come('https://broker.example/cb', 'i1', 'inner-xyz-1'), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem('https://broker.example/token', 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a backend whose callback fails',
		exchanges: recording(
			get(plain({ redirect_uri: 'https://app.example/signin-oidc' }), {
				to: come('https://app.example/signin-oidc', 'c1')
			}),
			get(come('https://app.example/signin-oidc', 'c1'), { status: 500, html: 'Correlation failed.' })
		),
		ends: ['application 500'],
		opened: 0,
		failed: ['callback']
	},
	{
		what: 'an expired token, a frame that finds nobody, and a new sign-in',
		exchanges: recording(
			get('https://api.example/me', { status: 401, json: {}, headers: { authorization: 'Bearer old' } }),
			get(plain({ prompt: 'none', state: 'silent-11' }), {
				to: withQuery(app, { error: 'login_required', state: 'silent-11' })
			}),
			get(withQuery(app, { error: 'login_required', state: 'silent-11' })),
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1'),
			get('https://api.example/me', { json: {}, headers: { authorization: 'Bearer at-1' } })
		),
		ends: ['call-refused 401', 'tokens'],
		opened: 1,
		failed: []
	},
	{
		what: 'an endpoint that has moved to https',
		exchanges: recording(
			get(ask('http://login.example/authorize'), { status: 301, to: plain() }),
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['redirect']
	},
	{
		what: 'a page that shows its callback to a counter and to its own backend',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			get(withQuery('https://stats.example/collect', { dl: come(app, 'c1') })),
			get(come('https://app.example/api/session', 'c1'), { json: { ok: true } }),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a popup that was closed, and a second try in the same page',
		exchanges: recording(
			get(plain()),
			get(`${login}/u/login?state=in`),
			get(plain({ state: 'state-two-4567' }), { to: come(app, 'c2', 'state-two-4567') }),
			get(come(app, 'c2', 'state-two-4567')),
			redeem(`${login}/oauth/token`, 'c2')
		),
		ends: ['unfinished', 'tokens'],
		opened: 1,
		failed: []
	},
	{
		what: 'a blocker that stopped the token request',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', { error: 'net::ERR_BLOCKED_BY_CLIENT' })
		),
		ends: ['lost filtered'],
		opened: 0,
		failed: ['exchange']
	},
	{
		what: 'a server that nobody finds',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem('https://token.example/token', 'c1', { error: 'net::ERR_NAME_NOT_RESOLVED' })
		),
		ends: ['lost no-answer'],
		opened: 0,
		failed: ['exchange']
	},
	{
		what: 'a preflight without an answer beside a good token request',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			options(`${login}/oauth/token`, { error: '' }),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['preflight']
	},
	{
		what: 'a request in the body of a JSON message',
		exchanges: recording(
			post(
				`${login}/oauth2/authorize`,
				JSON.stringify({
					response_type: 'code',
					client_id: 'spa',
					redirect_uri: app,
					state: 'state-one-0123',
					code_challenge: challenge,
					code_challenge_method: 'S256'
				}),
				{ to: come(app, 'c1') }
			),
			get(come(app, 'c1')),
			redeem(`${login}/oauth2/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'the code goes to a backend, which answers in its own words',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			post('https://api.app.example/v1/session', JSON.stringify({ code: 'c1', codeVerifier: verifier }), {
				json: { session: 's' }
			})
		),
		ends: ['code-only'],
		opened: 0,
		failed: []
	},
	{
		what: 'a device that waits, and a browser that signs in',
		exchanges: recording(
			post(
				`${login}/oauth/device/code`,
				{ client_id: 'tv', scope: 'read' },
				{ json: { device_code: 'd', user_code: 'u' } }
			),
			post(
				`${login}/oauth/token`,
				{ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'd', client_id: 'tv' },
				refusal('authorization_pending')
			),
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a good sign-in whose refresh token is refused an hour later',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', {
				json: { access_token: 'at-1', token_type: 'Bearer', refresh_token: 'rt-1' },
				answered: { 'cache-control': 'no-store' }
			}),
			post(
				`${login}/oauth/token`,
				{ grant_type: 'refresh_token', client_id: 'spa', refresh_token: 'rt-1' },
				refusal()
			)
		),
		ends: ['tokens'],
		opened: 0,
		failed: ['renew']
	},
	{
		what: 'a failed sign-in, and then a good one of another client',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', refusal()),
			get(plain({ client_id: 'other', redirect_uri: 'https://other.example/cb', state: 'state-two-4567' }), {
				to: come('https://other.example/cb', 'c2', 'state-two-4567')
			}),
			get(come('https://other.example/cb', 'c2', 'state-two-4567')),
			redeem(`${login}/oauth/token`, 'c2', tokens('at-2'), {
				client_id: 'other',
				redirect_uri: 'https://other.example/cb'
			})
		),
		ends: ['refused 400', 'tokens'],
		opened: 1,
		failed: []
	}
];
