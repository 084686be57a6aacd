import type { ClientMessage, MessageSource } from './client-message';

const clientRepository = 'https://github.com/panva/openid-client/blob';
/** Version 5 checks for itself, version 6 by oauth4webapi. */
const client5: MessageSource = {
	library: 'openid-client-5',
	docs: `${clientRepository}/015ab8393fca2e2b7aeede8fbbc84623dcc2268a/lib/client.js`
};
const client6: MessageSource = {
	library: 'openid-client',
	docs: `${clientRepository}/626749b648ca51a148e6a878a508f7a0ab3b60d8/src/index.ts`
};
const passportOfClient: MessageSource = {
	library: 'openid-client-passport',
	docs: `${clientRepository}/e13fb3730c5e1a8fb9cee1dbf2006e9c0f909382/src/passport.ts`
};
const oauth4webapi: MessageSource = {
	library: 'oauth4webapi',
	docs: 'https://github.com/panva/oauth4webapi/blob/11caaf724097d7169035ee0662ae317712f912aa/src/index.ts'
};

const passportRepository = 'https://github.com/jaredhanson/passport-oauth2/blob';
const passportState: MessageSource = {
	library: 'passport-oauth2',
	docs: `${passportRepository}/9b69f06de16287a5254e18c1f6a419015b53f213/lib/state/session.js`
};
const passportStrategy: MessageSource = {
	library: 'passport-oauth2',
	docs: `${passportRepository}/0063715dd85b7993f5d389afdca7fd0adee765f8/lib/strategy.js`
};

export const nodeMessages: readonly ClientMessage[] = [
	{
		id: 'openid-client/state-differs',
		says: ['state mismatch, expected *, got: *'],
		of: [client5],
		code: 'state-mismatch'
	},
	{
		id: 'openid-client/no-state-kept',
		says: ['checks.state argument is missing'],
		of: [client5],
		code: 'state-mismatch'
	},
	{ id: 'openid-client/no-state', says: ['state missing from the response'], of: [client5], open: true },
	{
		id: 'openid-client/issuer-differs',
		says: ['iss mismatch, expected *, got: *', 'unexpected iss value, expected *, got: *'],
		of: [client5],
		code: 'issuer-mismatch'
	},
	{
		id: 'openid-client/audience-differs',
		says: [
			'aud mismatch, expected *, got: *',
			'aud is missing the client_id, expected * to be included in *'
		],
		of: [client5]
	},
	{
		id: 'openid-client/expired',
		says: ['JWT expired, now *, exp *', 'JWT not active yet, now *, nbf *'],
		of: [client5]
	},
	{
		id: 'openid-client/algorithm',
		says: ['unexpected JWT alg received, expected *, got: *'],
		of: [client5],
		code: 'signing-algorithm-unexpected'
	},
	{
		id: 'openid-client/no-session',
		says: ['did not find expected authorization request details in session'],
		of: [
			{
				...passportOfClient,
				docs: `${clientRepository}/adb4b76cf21fcab82fa748fb8f2f32e1214acef7/lib/passport_strategy.js`
			}
		],
		code: 'state-mismatch'
	},
	{
		id: 'openid-client/discovered-issuer',
		says: ['discovered metadata issuer does not match the expected issuer'],
		of: [client6],
		code: 'issuer-mismatch'
	},
	{
		id: 'openid-client/see-its-cause',
		says: [
			'unexpected JWT claim value encountered',
			'unexpected JSON attribute value encountered',
			'JWT timestamp claim value failed validation',
			'invalid response encountered'
		],
		of: [client6],
		wraps: true
	},
	{
		id: 'openid-client/other-answer',
		says: ['unexpected HTTP response status code', 'unexpected response content-type'],
		of: [client6],
		alone: true
	},
	{
		id: 'oauth4webapi/state-differs',
		says: ['unexpected "state" response parameter value'],
		of: [oauth4webapi],
		code: 'state-mismatch'
	},
	{
		id: 'oauth4webapi/no-state',
		says: ['response parameter "state" missing', 'unexpected "state" response parameter encountered'],
		of: [oauth4webapi],
		open: true
	},
	{
		id: 'oauth4webapi/issuer-differs',
		says: ['unexpected "iss" (issuer) response parameter value', 'unexpected JWT "iss" (issuer) claim value'],
		of: [oauth4webapi],
		code: 'issuer-mismatch'
	},
	{
		id: 'oauth4webapi/metadata-issuer',
		says: ['"response" body "issuer" property does not match the expected value'],
		of: [oauth4webapi],
		code: 'issuer-mismatch'
	},
	{
		id: 'oauth4webapi/audience-differs',
		says: ['unexpected JWT "aud" (audience) claim value'],
		of: [oauth4webapi]
	},
	{
		id: 'oauth4webapi/nonce-differs',
		says: ['unexpected ID Token "nonce" claim value'],
		of: [oauth4webapi]
	},
	{
		id: 'oauth4webapi/expired',
		says: ['unexpected JWT "exp" (expiration time) claim value, expiration is past current timestamp'],
		of: [oauth4webapi]
	},
	{
		id: 'oauth4webapi/no-key',
		says: ['error when selecting a JWT verification key, no applicable keys found'],
		of: [oauth4webapi]
	},
	{
		id: 'oauth4webapi/other-answer',
		says: ['"response" is not a conform * response (unexpected HTTP status code)'],
		of: [oauth4webapi]
	},
	{
		id: 'oauth4webapi/https-only',
		says: ['only requests to HTTPS are allowed'],
		of: [oauth4webapi, client6]
	},
	{
		id: 'oauth4webapi/error-of-server',
		says: [
			'authorization response from the server is an error',
			'server responded with an error in the response body',
			'server responded with a challenge in the WWW-Authenticate HTTP Header'
		],
		of: [oauth4webapi, client6],
		wraps: true
	},
	{
		id: 'passport/no-state-kept',
		says: ['Unable to verify authorization request state'],
		of: [passportState, passportOfClient],
		code: 'state-mismatch'
	},
	{
		id: 'passport/state-differs',
		says: ['Invalid authorization request state'],
		of: [passportState],
		code: 'state-mismatch'
	},
	{
		id: 'passport/no-session',
		says: ['OAuth2Strategy requires session support when using state'],
		of: [passportState],
		open: true
	},
	{
		id: 'passport/token-request-failed',
		says: ['InternalOAuthError: Failed to obtain access token'],
		of: [passportStrategy],
		wraps: true
	}
];
