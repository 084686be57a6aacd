/** More of them: where messages are, and are not, what they are taken for. */
import {
	app,
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
import { plain, second, secondVerifier, type Invented } from './invented';

const login = 'https://login.example';

export const inventedMessages: Invented[] = [
	{
		what: 'a preflight of the token endpoint that is refused',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			options(`${login}/oauth/token`, { status: 403, html: '' }),
			redeem(`${login}/oauth/token`, 'c1', {
				error: 'net::ERR_FAILED',
				headers: { origin: 'https://app.example' }
			})
		),
		ends: ['lost preflight-refused'],
		opened: 0,
		failed: ['exchange'],
		beside: ['preflight']
	},
	{
		what: 'a token answer that the browser kept from the page',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', {
				error: 'net::ERR_FAILED',
				headers: { origin: 'https://app.example' }
			})
		),
		ends: ['lost cors'],
		opened: 0,
		failed: ['exchange']
	},
	{
		what: 'a ghost of the token request beside the one that was answered',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', { error: '' }),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['unseen']
	},
	{
		what: 'a token request of which nothing is known',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', { error: '' })
		),
		ends: ['answered'],
		opened: 0,
		failed: []
	},
	{
		what: 'a callback behind a proxy, at another scheme and port',
		exchanges: recording(
			get(plain()),
			get(come('http://app.example:8080/callback', 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a state whose plus became a space',
		exchanges: recording(
			get(plain({ state: 'ab+cd/efgh==' })),
			get(`${app}?code=c1&state=ab+cd/efgh==`),
			redeem(`${login}/oauth/token`, 'c1', refusal())
		),
		ends: ['refused 400'],
		opened: 0,
		failed: ['callback', 'exchange']
	},
	{
		what: 'no authorization request in the recording',
		exchanges: recording(get(come(app, 'c1')), redeem(`${login}/oauth/token`, 'c1')),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a registration that was refused, and nothing else',
		exchanges: recording(
			post(`${login}/register`, JSON.stringify({ redirect_uris: [app] }), {
				status: 401,
				json: { error: 'invalid_token' }
			})
		),
		ends: ['registration-refused 401'],
		opened: 0,
		failed: []
	},
	{
		what: 'a call of an API alone',
		exchanges: recording(
			get('https://api.example/orders', {
				status: 401,
				json: {},
				headers: { authorization: 'Bearer abc' },
				answered: { 'www-authenticate': 'Bearer error="invalid_token"' }
			})
		),
		ends: ['call-refused 401'],
		opened: 0,
		failed: ['call']
	},
	{
		what: 'a state that is always the same',
		exchanges: recording(
			get(plain({ state: 'xyzxyz' }), { to: come(app, 'c1', 'xyzxyz') }),
			get(come(app, 'c1', 'xyzxyz')),
			redeem(`${login}/oauth/token`, 'c1', refusal()),
			get(plain({ ...second, state: 'xyzxyz' }), { to: come(app, 'c2', 'xyzxyz') }),
			get(come(app, 'c2', 'xyzxyz')),
			redeem(`${login}/oauth/token`, 'c2', tokens('at-2'), secondVerifier)
		),
		ends: ['refused 400', 'tokens'],
		opened: 1,
		failed: []
	},
	{
		what: 'a redirect URI that the server does not know',
		exchanges: recording(get(plain(), { status: 400, html: '<h1>redirect_uri mismatch</h1>' })),
		ends: ['page 400'],
		opened: 0,
		failed: ['authorize']
	},
	{
		what: 'a refresh token that was refused, alone',
		exchanges: recording(
			post(
				`${login}/oauth/token`,
				{ grant_type: 'refresh_token', client_id: 'spa', refresh_token: 'r1' },
				refusal()
			)
		),
		ends: ['renewal-refused 400'],
		opened: 0,
		failed: ['renew']
	},
	{
		what: 'a proof whose nonce came with the first answer',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1', { ...refusal('use_dpop_nonce'), answered: { 'dpop-nonce': 'n' } }),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a token request by GET, and one without a grant type',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			get(
				withQuery(`${login}/oauth/token`, {
					grant_type: 'authorization_code',
					code: 'c1',
					client_id: 'spa',
					code_verifier: verifier
				}),
				refusal('invalid_request')
			),
			redeem(`${login}/oauth/token`, 'c1', refusal('unsupported_grant_type'), { grant_type: '' })
		),
		ends: ['refused 400'],
		opened: 0,
		failed: ['exchange']
	},
	{
		what: 'a popup whose page posts the answer to the window that opened it',
		exchanges: recording(
			get(plain({ response_mode: 'web_message' }), { headers: { 'sec-fetch-dest': 'document' } }),
			post(
				`${login}/u/login`,
				{ username: 'x', password: 'y' },
				{ to: `${login}/authorize/resume?state=in` }
			),
			get(`${login}/authorize/resume?state=in`, {
				html: `<script>window.opener.postMessage({type:"authorization_response",response:{"code":"c1","state":"state-one-0123"}},"https://app.example")</script>`
			}),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'one of many calls that was refused, and the last one good',
		exchanges: recording(
			get(plain(), { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1'),
			get('https://api.example/private', {
				status: 403,
				json: {},
				headers: { authorization: 'Bearer at-1' }
			}),
			...Array.from({ length: 60 }, (_, index) =>
				get(`https://api.example/${index}`, { json: {}, headers: { authorization: 'Bearer at-1' } })
			)
		),
		ends: ['tokens'],
		opened: 0,
		failed: ['call']
	},
	{
		what: 'a request by POST with everything in the address',
		exchanges: recording(
			post(plain(), {}, { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: []
	},
	{
		what: 'a code that somebody typed into a page of the server, with the state of the request beside it',
		exchanges: recording(
			get(plain(), { to: `${login}/mfa?state=state-one-0123` }),
			get(`${login}/mfa?state=state-one-0123`, {
				html: '<form method="post" action="https://login.example/mfa"><input name="state" value="state-one-0123"><input name="code" value=""></form><script>window.parent.postMessage({"code":"en","error":"none"})</script>'
			}),
			post(`${login}/mfa`, { state: 'state-one-0123', code: '123456' }, { to: come(app, 'c1') }),
			get(come(app, 'c1')),
			redeem(`${login}/oauth/token`, 'c1')
		),
		ends: ['tokens'],
		opened: 0,
		failed: [],
		beside: ['login', 'login']
	},
	{
		what: 'a token request that stands before the callback whose code it sends',
		exchanges: recording(get(plain()), redeem(`${login}/oauth/token`, 'c1'), get(come(app, 'c1'))),
		ends: ['tokens'],
		opened: 0,
		failed: []
	}
];
